namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-Z35", Kills = "POL-01", Says = "rule 1 of 3")]
internal sealed class SortsTheRules(IPolicyStore inner) : PolicyMutant(inner)
{
    public override ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
        base.PutPolicyAsync(
            agent,
            new(
                policy.Version, policy.Name, policy.Rules.OrderBy(rule => rule.ActionPattern, StringComparer.Ordinal),
                policy.EnforcementMode),
            cancellationToken);
}
