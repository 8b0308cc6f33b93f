namespace StorageKit;

/// <summary>Ability of an <see cref="IPolicyStore"/>: storing policies. Without it a store can only be filled by other
/// means.</summary>
public interface IPolicyWriter
{
    /// <summary>Stores the document as the agent's policy of <see cref="PolicyDocument.Version"/>, replacing one of the
    /// same version. Reads answer with the highest version,
    /// so an older one stored later changes nothing for readers.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask PutPolicyAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default);
}
