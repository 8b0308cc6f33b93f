using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>The policy cache as a driver of its own, in front of policies that all instances of this process share.
/// </summary>
[StorageDriver("redis-cached")]
internal sealed class CachedPolicies(RedisServer server, TenantId tenant)
    : IPolicyStore, IPolicyWriter, IDisposable
{
    readonly RedisPolicyCache _cache = new(server, tenant, new Source(tenant));

    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        _cache.GetPolicyAsync(agent, cancellationToken);

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        _cache.InvalidateAsync(agent, cancellationToken);

    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
        _cache.PutPolicyAsync(agent, policy, cancellationToken);

    public void Dispose() => _cache.Dispose();

    [NotADriver]
    sealed class Source(TenantId tenant) : IPolicyStore, IPolicyWriter
    {
        public ValueTask<PolicyDocument?> GetPolicyAsync(
            AgentId agent, CancellationToken cancellationToken = default) =>
            CountedPolicies.Shared.ReadAsync(tenant, agent);

        public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return default;
        }

        public ValueTask PutPolicyAsync(
            AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
            CountedPolicies.Shared.PutAsync(tenant, agent, policy, cancellationToken);
    }
}

/// <summary>A server that ends with the suite, and is no probe.</summary>
internal sealed class Owned(PrivateRedis server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => server.DisposeAsync();
}

[ConformanceSuite("redis-cached")]
public sealed partial class CachedPolicyConformance : ConformanceSuite
{
    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var server = await PrivateRedis.StartAsync(
            scope, at => $"host = '{at.Host}'\nport = {at.Port}\n{RedisTimeouts.Options}");
        // The policies' backend is not the server: what befalls it is for PolicyCacheTests.
        return new(server.SectionAt(server.Host, server.Port), new Owned(server), new RedisClock(server),
            CountedPolicies.Shared);
    }
}
