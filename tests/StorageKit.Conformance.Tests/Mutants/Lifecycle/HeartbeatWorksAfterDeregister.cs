using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L01", Kills = "LIF-03", Says = "heartbeat after deregister")]
internal sealed class HeartbeatWorksAfterDeregister(ILifecycleStore inner) : LifecycleMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, bool> _rows = new();

    public override ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _rows[agent] = true;
        return Inner.RegisterAsync(agent, cancellationToken);
    }

    // Deregister sets a status in the row; heartbeat does not look at it.
    public override ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        _rows.ContainsKey(agent) ? default : Inner.HeartbeatAsync(agent, cancellationToken);
}
