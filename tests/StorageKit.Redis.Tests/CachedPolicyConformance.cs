using System.Collections.Concurrent;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>The policy cache as a driver of its own, in front of policies that all instances of this process share.
/// </summary>
[StorageDriver("redis-cached")]
internal sealed class CachedPolicies(RedisServer server, TenantId tenant)
    : IPolicyStore, IPolicyWriter, IDisposable
{
    static readonly ConcurrentDictionary<(TenantId, AgentId), PolicyDocument> Stored = [];

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
        public async ValueTask<PolicyDocument?> GetPolicyAsync(
            AgentId agent, CancellationToken cancellationToken = default)
        {
            var seen = Stored.GetValueOrDefault((tenant, agent));
            // The way back from a source takes time, in which others go on.
            await Task.Yield();
            return seen;
        }

        public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return default;
        }

        public ValueTask PutPolicyAsync(
            AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Stored.AddOrUpdate(
                (tenant, agent), policy, (_, held) => held.Version > policy.Version ? held : policy);
            return default;
        }
    }
}

[ConformanceSuite("redis-cached")]
public sealed partial class CachedPolicyConformance : ConformanceSuite
{
    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var server = await PrivateRedis.StartAsync(scope, at => $"host = '{at.Host}'\nport = {at.Port}");
        return server.Harness(new RedisTamper(server), new RedisClock(server));
    }
}
