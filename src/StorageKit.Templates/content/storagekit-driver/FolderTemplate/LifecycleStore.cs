using StorageKit;

namespace DriverTemplate;

/// <summary>Which agents are running.</summary>
[StorageDriver("driver-template")]
public sealed class LifecycleStore(Backend backend, TenantId tenant) : ILifecycleStore
{
    /// <inheritdoc/>
    public ValueTask RegisterAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
