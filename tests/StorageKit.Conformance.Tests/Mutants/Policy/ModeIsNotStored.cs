namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-01", Kills = "POL-01", Says = "enforcement mode of a document in mode observe")]
internal sealed class ModeIsNotStored(IPolicyStore inner) : PolicyMutant(inner)
{
    public override ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
        base.PutPolicyAsync(agent, new(policy.Version, policy.Name, policy.Rules), cancellationToken);
}
