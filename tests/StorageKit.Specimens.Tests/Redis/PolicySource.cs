using System.Collections.Concurrent;
using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>The source of truth behind the cache.</summary>
internal sealed class PolicySource : IPolicySeed
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _policies = new();

    internal PolicyDocument? Find(AgentId agent) => _policies.GetValueOrDefault(agent);

    public ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _policies.AddOrUpdate(agent, policy, (_, held) => policy.Version < held.Version ? held : policy);
        return default;
    }
}
