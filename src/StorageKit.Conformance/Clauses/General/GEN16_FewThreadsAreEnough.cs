using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Few threads are enough.</summary>
/// <remarks>In a process of its own: there is one thread pool in a process, and a test host blocks threads of it
/// itself. What blocks its caller for good is GEN-17's.</remarks>
[Clause(
    "GEN-16", "256 concurrent calls finish with a thread pool of two threads.",
    Lane = Lane.Concurrent, Needs = Needs.ChildProcess)]
internal sealed class GEN16_FewThreadsAreEnough : Clause
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var child = await context.StartChildAsync(nameof(ConcurrentCalls), context.NewTenant(), new()
        {
            Patience = s_patience,
            Environment = new Dictionary<string, string>
            {
                ["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "2",
                ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "2",
            },
        }).ConfigureAwait(false);
        await using (child.ConfigureAwait(false))
        {
            await child.OpenedAsync(context.CancellationToken).ConfigureAwait(false);
            await child.AskAsync(1).ConfigureAwait(false);
            var line = await child.NextAsync(
                $"at {ConcurrentCalls.Calls} concurrent calls on two pool threads, which it blocks or waits for",
                context.CancellationToken).ConfigureAwait(false);
            if (line is not { Kind: ChildLineKind.Ack })
                throw new ClauseViolationException(
                    $"one of {ConcurrentCalls.Calls} concurrent calls fails with two pool threads: {line?.Text}");
        }
    }
}
