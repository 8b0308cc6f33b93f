using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Keeps policies on the server; or, where the section says <c>policy_source</c>, caches those of another
/// driver there, as <see cref="RedisPolicyCache"/> does.</summary>
[StorageDriver("redis")]
public sealed partial class RedisPolicyStore : RedisStore, IPolicyStore, IPolicyWriter, IKeyListing, IAsyncDisposable
{
    static readonly StoreOperation s_get = RedisTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = RedisTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = RedisTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));

    readonly IPolicyStore? _source;
    readonly IPolicyRecords? _records;
    readonly RedisPolicyCache? _cache;

    RedisPolicyStore(RedisServer server, IPolicyRecords records) : base(server) => _records = records;

    RedisPolicyStore(RedisServer server, RedisPolicyCache cache, IPolicyStore source) : base(server)
    {
        _cache = cache;
        _source = source;
    }

    /// <summary>Opens the store, and the one behind it.</summary>
    /// <param name="server">The section's server.</param>
    /// <param name="tenant">Whose policies they are.</param>
    /// <param name="cancellationToken">Ends the opening of the store behind it.</param>
    /// <exception cref="StorageException">The store behind it could not be opened.</exception>
    public static ValueTask<RedisPolicyStore> OpenAsync(
        RedisServer server, TenantId tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        return OpenOnAsync(
            server, tenant, new RedisPolicyRecords(server, tenant), new PolicyCacheKeys(server, tenant),
            cancellationToken);
    }

    /// <summary>As above, on other keys.</summary>
    internal static async ValueTask<RedisPolicyStore> OpenOnAsync(
        RedisServer server, TenantId tenant, IPolicyRecords records, IPolicyCacheKeys keys,
        CancellationToken cancellationToken)
    {
        if (server.Options.PolicySource is not { } reference) return new(server, records);
        var source = await reference.OpenAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new(server, new RedisPolicyCache(server, tenant, source) { Copies = keys }, source);
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
