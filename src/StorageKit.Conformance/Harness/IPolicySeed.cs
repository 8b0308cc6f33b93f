namespace StorageKit.Conformance;

/// <summary>Probe: puts policies where the driver reads them.</summary>
public interface IPolicySeed
{
    /// <summary>Stores the document as the agent's policy of its version.</summary>
    ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default);
}
