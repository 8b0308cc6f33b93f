namespace StorageKit.Conformance;

/// <summary>Probe: sees registrations by other means than the driver.</summary>
public interface ILifecycleProbe
{
    /// <summary>When the agent was last registered or heard of, or null when it is not registered.</summary>
    ValueTask<DateTimeOffset?> LastSeenAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default);
}
