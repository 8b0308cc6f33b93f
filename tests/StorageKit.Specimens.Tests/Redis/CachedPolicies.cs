namespace StorageKit.Specimens.Tests.Redis;

/// <summary>What the reference tells its callers to do with the cache: upon a miss, read the source, then fill the
/// cache.</summary>
internal sealed class CachedPolicies(RedisPolicies cache, PolicySource source) : IPolicyStore
{
    public async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await cache.GetPolicyAsync(agent, cancellationToken) is { } cached) return cached;
        var policy = await source.FindAsync(agent);
        if (policy is not null) await cache.CacheAsync(agent, policy, cancellationToken);
        return policy;
    }

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        cache.InvalidateAsync(agent, cancellationToken);
}
