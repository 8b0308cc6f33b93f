namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

/// <summary>A correct lifecycle store, whose calls a mutant may replace.</summary>
internal class LifecycleMutant(ILifecycleStore inner) : ILifecycleStore, ILifecycleMonitor
{
    protected ILifecycleStore Inner => inner;

    public virtual ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.RegisterAsync(agent, cancellationToken);

    public virtual ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.HeartbeatAsync(agent, cancellationToken);

    public virtual ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.DeregisterAsync(agent, cancellationToken);

    public virtual ValueTask<DateTimeOffset?> LastSeenAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        ((ILifecycleMonitor)inner).LastSeenAsync(agent, cancellationToken);

    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default) =>
        ((ILifecycleMonitor)inner).ListAsync(cancellationToken);
}
