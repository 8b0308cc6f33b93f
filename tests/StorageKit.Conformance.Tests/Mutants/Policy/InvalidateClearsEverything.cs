using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-P05", Kills = "POL-03", Says = "after an agent without a policy was invalidated: expected 1, got null")]
internal sealed class InvalidateClearsEverything : IPolicyStore, IPolicyWriter
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _policies = new();

    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        new(_policies.GetValueOrDefault(agent));

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _policies.Clear();
        return default;
    }

    public ValueTask PutPolicyAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _policies[agent] = policy;
        return default;
    }
}
