namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

/// <summary>The list ends after a page of a thousand.</summary>
[Mutant("M-LIF-01-PAGE", Kills = "LIF-01", Says = "the list of registered agents lacks")]
internal sealed class ListsOnePageOfAgents(ILifecycleStore inner) : ILifecycleStore, ILifecycleMonitor
{
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.RegisterAsync(agent, cancellationToken);

    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.HeartbeatAsync(agent, cancellationToken);

    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.DeregisterAsync(agent, cancellationToken);

    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        ((ILifecycleMonitor)inner).LastSeenAsync(agent, cancellationToken);

    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default) =>
        ((ILifecycleMonitor)inner).ListAsync(cancellationToken).Take(1000);
}
