using StorageKit;

namespace DriverTemplate;

/// <summary>The newest policy of each agent.</summary>
[StorageDriver("driver-template")]
public sealed class PolicyStore(Backend backend, TenantId tenant) : IPolicyStore, IPolicyWriter
{
    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
