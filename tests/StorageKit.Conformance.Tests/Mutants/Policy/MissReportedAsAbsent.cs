using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-P07", Kills = "POL-02", Says = "after an invalidation, which deletes no policy")]
internal sealed class MissReportedAsAbsent(IPolicyStore inner) : PolicyMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _cache = new();

    public override ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        new(_cache.GetValueOrDefault(agent));

    public override ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _cache.TryRemove(agent, out _);
        return default;
    }

    public override async ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        await base.PutPolicyAsync(agent, policy, cancellationToken);
        _cache[agent] = policy;
    }
}
