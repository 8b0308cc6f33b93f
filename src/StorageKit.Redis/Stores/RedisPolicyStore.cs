using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Keeps policies on the server; or, where the section says <c>policy_source</c>, caches those of another
/// driver there, as <see cref="RedisPolicyCache"/> does.</summary>
[StorageDriver("redis")]
public sealed class RedisPolicyStore : RedisStore, IPolicyStore, IPolicyWriter, IAsyncDisposable
{
    static readonly StoreOperation s_get = RedisTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = RedisTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = RedisTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));

    readonly IPolicyStore? _source;
    readonly RedisPolicyRecords? _records;
    readonly RedisPolicyCache? _cache;

    RedisPolicyStore(RedisServer server, TenantId tenant, IPolicyStore? source) : base(server)
    {
        _source = source;
        if (source is null) _records = new(server, tenant);
        else _cache = new(server, tenant, source);
    }

    /// <summary>Opens the store, and the one behind it.</summary>
    /// <param name="server">The section's server.</param>
    /// <param name="tenant">Whose policies they are.</param>
    /// <param name="cancellationToken">Ends the opening of the store behind it.</param>
    /// <exception cref="StorageException">The store behind it could not be opened.</exception>
    public static async ValueTask<RedisPolicyStore> OpenAsync(
        RedisServer server, TenantId tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        var source = server.Options.PolicySource is { } reference
            ? await reference.OpenAsync(tenant, cancellationToken).ConfigureAwait(false)
            : null;
        return new(server, tenant, source);
    }

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (_cache is { } cache) return cache.GetPolicyAsync(agent, cancellationToken);
        using var call = s_get.Start();
        return call.Watch(_records!.GetAsync(agent, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (_cache is { } cache) return cache.InvalidateAsync(agent, cancellationToken);
        using var call = s_invalidate.Start();
        return call.Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default);
    }

    /// <inheritdoc/>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ThrowIfDisposed();
        if (_cache is { } cache) return cache.PutPolicyAsync(agent, policy, cancellationToken);
        using var call = s_put.Start();
        return call.Watch(_records!.PutAsync(agent, policy, cancellationToken));
    }

    /// <summary>Ends this store and the one behind it. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_source is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
        else (_source as IDisposable)?.Dispose();
    }
}
