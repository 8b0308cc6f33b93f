using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>256 concurrent calls finish with a thread pool of one thread a processor.</summary>
/// <remarks>A driver that blocks a thread of the pool while it waits for work that needs one comes to a stop here, as it does
/// under load; with more threads it is only slow.</remarks>
[Clause(
    "GEN-16", "256 concurrent calls finish with a thread pool of one thread a processor.", Lane = Lane.Concurrent,
    Stochastic = true)]
internal sealed class GEN16_FewThreadsAreEnough : Clause
{
    const int Calls = 256;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var all = await ExerciseCatalog.SeedAsync(context.Stores, token).ConfigureAwait(false);
        Exercise[] exercises = [.. all.SelectMany(contract => contract.Valid)];
        Task[] calls = [];
        var open = await SmallThreadPool.RunAsync(
            () => calls =
            [
                .. Enumerable.Range(0, Calls).Select(i =>
                    Task.Run(async () => await exercises[i % exercises.Length].CallAsync(token).ConfigureAwait(false), token)),
            ],
            s_patience, token).ConfigureAwait(false);
        if (open > 0) await ExplainAsync(open, token).ConfigureAwait(false);
        foreach (var call in calls) await ExpectEndAsync(call).ConfigureAwait(false);
    }

    /// <summary>It is not the driver's fault when the pool is blocked by somebody else in this process.</summary>
    static async Task ExplainAsync(int open, CancellationToken token)
    {
        var control = await SmallThreadPool.RunAsync(
            () => [Task.Run(async () => await Task.Yield(), token)], s_patience, token).ConfigureAwait(false);
        if (control > 0) throw new InconclusiveException("other work in this process blocks the thread pool");
        throw new ClauseViolationException(
            $"{open} of {Calls} concurrent calls did not end within {s_patience.TotalSeconds} s on a pool of "
            + $"{Environment.ProcessorCount} threads: the driver blocks threads of the pool while it waits");
    }

    // A heartbeat may well come after the deregistration of the same agent.
    static async Task ExpectEndAsync(Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
        {
            return;
        }
    }
}
