namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>A correct policy store, whose calls a mutant may replace.</summary>
internal class PolicyMutant(IPolicyStore inner) : IPolicyStore, IPolicyWriter
{
    protected IPolicyStore Inner => inner;

    public virtual ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        inner.GetPolicyAsync(agent, cancellationToken);

    public virtual ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.InvalidateAsync(agent, cancellationToken);

    public virtual ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
        ((IPolicyWriter)inner).PutPolicyAsync(agent, policy, cancellationToken);
}
