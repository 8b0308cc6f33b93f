using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-12", Kills = "POL-12", Says = "for an agent that had none: expected 1, got null")]
internal sealed class AbsenceIsCached(IPolicyStore inner) : PolicyMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, bool> _absent = new();

    public override async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        if (_absent.ContainsKey(agent)) return null;
        var policy = await Inner.GetPolicyAsync(agent, cancellationToken);
        if (policy is null) _absent[agent] = true;
        return policy;
    }
}
