namespace StorageKit;

/// <summary>Tracks which agents are running.</summary>
/// <remarks>Safe for any number of concurrent callers; linearizable per agent. Nothing expires unless the driver's
/// section says <c>agent_ttl</c>. Reading is an ability of its own: <see cref="ILifecycleMonitor"/>. Clauses LIF-01 to
/// LIF-15.</remarks>
[StorageContract("lifecycle_store")]
public interface ILifecycleStore
{
    /// <summary>Registers the agent, replacing any stale registration.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default);

    /// <summary>Says that a registered agent is alive. Never brings back a deregistered one.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.NotFound"/> when the agent is not registered;
    /// <see cref="StorageErrorKind.Backend"/> or <see cref="StorageErrorKind.Timeout"/> on an outage.</exception>
    ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default);

    /// <summary>Ends the registration; an agent that is not registered succeeds.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default);
}
