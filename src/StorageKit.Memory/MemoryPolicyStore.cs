using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Keeps policies in this process; it is their source, so there is nothing to invalidate.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose policies they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryPolicyStore(MemoryData data, TenantId tenant)
    : MemoryStore(data), IPolicyStore, IPolicyWriter, IKeyListing
{
    static readonly StoreOperation s_get = MemoryTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = MemoryTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = MemoryTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<IPolicyStore>(nameof(ListKeysAsync));

    readonly PolicyTable _policies = data.Of(tenant).Policies;

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return s_get.IsObserved
            ? s_get.Start().Watch(GetPolicy(agent, cancellationToken))
            : GetPolicy(agent, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return s_invalidate.Start().Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default);
    }

    /// <inheritdoc/>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ThrowIfDisposed();
        var call = s_put.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _policies.Put(agent, policy);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, _policies.Agents.Select(static agent => agent.ToString()), cancellationToken);

    ValueTask<PolicyDocument?> GetPolicy(AgentId agent, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<PolicyDocument?>(cancellationToken)
            : new(_policies.Find(agent));
}
