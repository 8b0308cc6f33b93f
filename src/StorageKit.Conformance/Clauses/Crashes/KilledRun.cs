using System.Globalization;
using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>One process that used the driver for a tenant of its own until it was killed.</summary>
internal sealed class KilledRun(ClauseContext context, string workload)
{
    readonly TenantId _tenant = context.NewTenant();
    int _acknowledged;

    /// <summary>Kills the process, or the backend and the process, as soon as so many operations were acknowledged; and
    /// looks at what is left.</summary>
    internal async ValueTask KillAfterAsync(int acknowledges, IBackendControl? backend)
    {
        var token = context.CancellationToken;
        await context.ClearOnlyTenantAsync().ConfigureAwait(false);
        var child = await context.StartChildAsync(workload, _tenant).ConfigureAwait(false);
        await using (child.ConfigureAwait(false))
        {
            await child.OpenedAsync(token).ConfigureAwait(false);
            await child.AskForMoreThanItCanAsync().ConfigureAwait(false);
            while (await NextAsync(child).ConfigureAwait(false) is { Kind: ChildLineKind.Ack })
            {
                if (++_acknowledged != acknowledges) continue;
                if (backend is not null) await backend.KillAsync(token).ConfigureAwait(false);
                child.Kill();
            }
        }
        if (backend is not null) await backend.StartAsync(token).ConfigureAwait(false);
        await ReopenAndVerifyAsync(
            $"after {(backend is null ? "the process" : "the backend")} was killed at acknowledge {acknowledges},")
            .ConfigureAwait(false);

        async ValueTask<ChildLine?> NextAsync(DriverChild from)
        {
            var line = await from.NextAsync($"at operation {_acknowledged + 1}", token).ConfigureAwait(false);
            return line is { Kind: ChildLineKind.Failed } && (backend is null || _acknowledged < acknowledges)
                ? throw new ClauseViolationException(
                    $"operation {line.Index + 1} fails in a child process without any fault: {line.Text}")
                : line;
        }
    }

    /// <summary>Kills the process at a change of its files, and looks at what is left.</summary>
    /// <returns>Whether it was killed: where its writes are made by several threads, none of them may make so many.
    /// </returns>
    internal async ValueTask<bool> KillAtChangeAsync(int number, int operations)
    {
        await context.ClearOnlyTenantAsync().ConfigureAwait(false);
        var lines = await context.WorkAsync(_tenant, workload, operations, SystemCalls.KillAt(number))
            .ConfigureAwait(false);
        if (lines.FirstOrDefault(line => line.Kind == ChildLineKind.Failed) is { } failed)
            throw new ClauseViolationException(
                $"operation {failed.Index + 1} fails in a child process without any fault: {failed.Text}");
        _acknowledged = lines.Count;
        await ReopenAndVerifyAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"after the process was killed on its way into change {number} of its files or messages,"))
            .ConfigureAwait(false);
        return lines.Count < operations;
    }

    /// <summary>Looks at what is left, in the context's section.</summary>
    internal async ValueTask VerifyAsync(string when)
    {
        var stores = await context.Section.OpenTenantAsync(_tenant, context.CancellationToken).ConfigureAwait(false);
        try
        {
            await Workload.Create(workload).VerifyAsync(context, stores, _acknowledged, when).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            throw new ClauseViolationException($"{when} what is stored cannot be read: {e.Kind}: {e.Message}");
        }
    }

    async ValueTask ReopenAndVerifyAsync(string when)
    {
        await context.ReopenAsync().ConfigureAwait(false);
        await VerifyAsync(when).ConfigureAwait(false);
        // A file that somebody else has open is not recovered: the next child has it alone.
        await context.CloseAsync().ConfigureAwait(false);
    }
}
