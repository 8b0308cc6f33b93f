using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>A call that may fail, because something is broken on purpose.</summary>
internal static class Attempt
{
    /// <summary>Calls, and waits as long as the driver may take for a backend that says nothing.</summary>
    /// <returns>What it threw; null when it succeeded.</returns>
    /// <exception cref="ClauseViolationException">It did not end.</exception>
    internal static ValueTask<Exception?> CallAsync(
        this ClauseContext context, Func<CancellationToken, ValueTask> call, string what) =>
        CallAsync(call, context.CancellationToken, Limit(context), what, context.CancellationToken);

    /// <summary>A fifth and a second more than the driver's time-out: the second is for a busy machine.</summary>
    internal static TimeSpan Limit(ClauseContext context) =>
        (context.OperationTimeout.Limit * 1.2) + TimeSpan.FromSeconds(1);

    /// <summary>Calls with a token of its own, and waits so long.</summary>
    internal static async ValueTask<Exception?> CallAsync(
        Func<CancellationToken, ValueTask> call, CancellationToken token, TimeSpan limit, string what,
        CancellationToken clause)
    {
        // Off this thread: a driver may block its caller.
        var running = Task.Run(async () => await call(token).ConfigureAwait(false), CancellationToken.None);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(clause);
        var ended = await Task.WhenAny(running, Task.Delay(limit, waiting.Token)).ConfigureAwait(false) == running;
        await waiting.CancelAsync().ConfigureAwait(false);
        clause.ThrowIfCancellationRequested();
        Expect.That(ended, string.Create(
            CultureInfo.InvariantCulture, $"{what}: neither an answer nor an error after {limit.TotalSeconds:0.#} s"));
        try
        {
            await running.ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>How it ended, as a failure says it.</summary>
    internal static string Name(Exception? error) => error is null ? "success" : Thrown.Name(error);

    /// <summary>Does something for every number from 1, some at a time.</summary>
    internal static Task CallEachAsync(this ClauseContext context, int count, Func<ulong, ValueTask> call) =>
        Parallel.ForEachAsync(
            Enumerable.Range(1, count),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = context.CancellationToken },
            async (number, _) => await call((ulong)number).ConfigureAwait(false));

    /// <summary>Calls until it succeeds.</summary>
    internal static ValueTask UntilSuccessAsync(
        this ClauseContext context, Func<CancellationToken, ValueTask> call, TimeSpan within, string what) =>
        Expect.EventuallyAsync(
            async () => await context.CallAsync(call, what).ConfigureAwait(false) switch
            {
                null => true,
                StorageException => false,
                var other => throw new ClauseViolationException($"{what}: got {Thrown.Name(other)}"),
            },
            within, string.Create(CultureInfo.InvariantCulture, $"{what}: still fails after {within.TotalSeconds} s"),
            context.CancellationToken);
}
