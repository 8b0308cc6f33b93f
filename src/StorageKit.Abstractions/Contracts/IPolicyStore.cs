namespace StorageKit;

/// <summary>Answers which policy binds an agent. Called before each action of an agent, so it should be fast.</summary>
/// <remarks>Safe for any number of concurrent callers. Writing is an ability of its own: <see cref="IPolicyWriter"/>.
/// Clauses POL-01 to POL-14.</remarks>
[StorageContract("policy_store")]
public interface IPolicyStore
{
    /// <summary>The agent's policy of the highest version, or null when it has none.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/> when the stored document cannot
    /// be decoded; <see cref="StorageErrorKind.Backend"/> or <see cref="StorageErrorKind.Timeout"/> when the backend
    /// does not answer. An outage is never reported as null.</exception>
    ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default);

    /// <summary>Makes the next read reload from the source of truth. Where the store is the source,
    /// changes nothing.</summary>
    [Idempotent]
    ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default);
}
