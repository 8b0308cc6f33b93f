namespace StorageKit.Memory;

/// <summary>Keeps policies in this process; it is their source, so there is nothing to invalidate.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose policies they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryPolicyStore(MemoryData data, TenantId tenant) : MemoryStore(data), IPolicyStore, IPolicyWriter
{
    readonly PolicyTable _policies = data.Of(tenant).Policies;

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<PolicyDocument?>(cancellationToken)
            : new(_policies.Find(agent));
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default;
    }

    /// <inheritdoc/>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _policies.Put(agent, policy);
        return default;
    }
}
