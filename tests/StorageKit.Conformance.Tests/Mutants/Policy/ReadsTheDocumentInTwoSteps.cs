namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-10", Kills = "POL-10", Says = "MIXED VERSIONS")]
internal sealed class ReadsTheDocumentInTwoSteps(IPolicyStore inner) : PolicyMutant(inner)
{
    public override async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        var head = await Inner.GetPolicyAsync(agent, cancellationToken);
        await Task.Yield();
        var body = await Inner.GetPolicyAsync(agent, cancellationToken);
        return head is null || body is null ? null : new(head.Version, head.Name, body.Rules, head.EnforcementMode);
    }
}
