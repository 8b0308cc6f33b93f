using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-W08", Kills = "LIF-15", Says = "of 8 callers failed with StorageException of kind NotFound")]
internal sealed class ForgetsTheOldestOfAThousand(ILifecycleStore inner) : LifecycleMutant(inner)
{
    readonly ConcurrentQueue<AgentId> _agents = [];

    public override async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        await base.RegisterAsync(agent, cancellationToken);
        _agents.Enqueue(agent);
        if (_agents.Count > 1000 && _agents.TryDequeue(out var oldest))
            await base.DeregisterAsync(oldest, cancellationToken);
    }
}
