namespace StorageKit.Conformance.Tests.Mutants.Network;

/// <summary>Has an answer of its own to an outage.</summary>
internal sealed class PolicyDuringOutage(IPolicyStore inner, PolicyDocument? answer) : IPolicyStore, IPolicyWriter
{
    public async ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.GetPolicyAsync(agent, cancellationToken);
        }
        catch (StorageException e) when (e.IsTransient)
        {
            return answer;
        }
    }

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        inner.InvalidateAsync(agent, cancellationToken);

    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default) =>
        ((IPolicyWriter)inner).PutPolicyAsync(agent, policy, cancellationToken);
}
