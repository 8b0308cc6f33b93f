using System.Collections.Concurrent;
using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>The source of truth behind the cache.</summary>
internal sealed class PolicySource : IPolicySeed
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _policies = new();

    /// <summary>Answers with what was stored when the read began; on its way the answer takes a millisecond, as a
    /// database's does.</summary>
    internal async ValueTask<PolicyDocument?> FindAsync(AgentId agent)
    {
        var policy = _policies.GetValueOrDefault(agent);
        await Task.Delay(1);
        return policy;
    }

    public ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _policies.AddOrUpdate(agent, policy, (_, held) => policy.Version < held.Version ? held : policy);
        return default;
    }
}
