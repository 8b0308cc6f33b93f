using System.Globalization;
using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Kills a process that uses the driver, again and again, and looks at what is left.</summary>
internal static class KillRounds
{
    /// <summary>The environment variable that sets how many kills a clause of the crash lane makes of each sort.
    /// </summary>
    internal const string CountVariable = "STORAGEKIT_ROUNDS";

    const int Default = 10;
    // Every other one kills the backend too; a process that is killed beside a backend leaves it little to get wrong.
    const int DefaultWithBackend = 5;
    const int BackendKills = 3;
    const int LatestAck = 40;
    const int Endless = 1_000_000;

    /// <summary>The number of <see cref="CountVariable"/>, or 10.</summary>
    internal static int Count => CountOr(Default);

    static int CountOr(int count)
    {
        var text = Environment.GetEnvironmentVariable(CountVariable);
        if (string.IsNullOrEmpty(text)) return count;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0
            ? given
            : throw new FormatException(
                $"{CountVariable}: expected a number from 1 on, found {text.Length} other characters.");
    }

    /// <summary>Kills the process right after random acknowledgements, and the backend too where the harness can.
    /// </summary>
    internal static async ValueTask KillAtAcknowledgesAsync(this ClauseContext context, string workload)
    {
        await context.CloseAsync().ConfigureAwait(false);
        List<KilledRun> runs = [];
        var backend = context.Driver.Harness.Probe<IBackendControl>();
        var count = CountOr(backend is null ? Default : DefaultWithBackend);
        var step = (count + BackendKills - 1) / BackendKills;
        for (var round = 0; round < count; round++)
        {
            var run = new KilledRun(context, workload);
            runs.Add(run);
            var last = context.Random.Next(1, LatestAck);
            var killsBackend = backend is not null && round % step == 0;
            await run.KillAfterAsync(last, killsBackend ? backend : null).ConfigureAwait(false);
        }
        // The later kills have not hurt what was sound after the earlier ones; of a single tenant only the last is
        // left.
        await context.ReopenAsync().ConfigureAwait(false);
        if (context.OnlyTenant is not null) runs.RemoveRange(0, runs.Count - 1);
        foreach (var run in runs) await run.VerifyAsync("after all kills").ConfigureAwait(false);
    }

    /// <summary>Kills the process as it enters a change of its files, or a message to its backend: one of the
    /// first, and so on up to the last of the conversation.</summary>
    /// <exception cref="UntestedException">System calls cannot be watched here.</exception>
    internal static async ValueTask KillAtChangesAsync(this ClauseContext context, string workload)
    {
        const int Operations = 5;
        if (SystemCalls.Problem is { } problem) throw new UntestedException(problem);
        await context.CloseAsync().ConfigureAwait(false);
        using var record = new RecordedRun(context, workload);
        await record.RunAsync(Operations).ConfigureAwait(false);
        var changes = record.MostChanges();
        var step = Math.Max(1, (changes + Count - 1) / Count);
        // In uneven steps: even ones may fall into step with the driver, and always meet the same call of it.
        var killed = changes == 0;
        for (var number = 1 + context.Random.Next(step); number <= changes; number += 1 + context.Random.Next(2 * step))
        {
            var run = new KilledRun(context, workload);
            killed |= await run.KillAtChangeAsync(number, Operations).ConfigureAwait(false);
        }
        if (!killed) throw new UntestedException("strace killed none of the processes that it was to kill");
    }

    internal static async ValueTask<IReadOnlyList<ChildLine>> WorkAsync(
        this ClauseContext context, TenantId tenant, string workload, int operations, SystemCalls calls)
    {
        var child = await context.StartChildAsync(workload, tenant, new() { SystemCalls = calls })
            .ConfigureAwait(false);
        await using (child.ConfigureAwait(false))
        {
            if (!await child.OpenedAsync(context.CancellationToken).ConfigureAwait(false)) return [];
            await child.AskAsync(operations).ConfigureAwait(false);
            return await child.DoneAsync(context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>As many operations as a child can do before it is killed.</summary>
    internal static ValueTask AskForMoreThanItCanAsync(this DriverChild child) => child.AskAsync(Endless);
}
