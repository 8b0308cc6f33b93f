namespace StorageKit;

/// <summary>A session of an agent, as a store keeps it.</summary>
/// <param name="SessionId">Its id, the key of the record.</param>
/// <param name="AgentId">Whose session it is.</param>
/// <param name="StartedAtNs">When it began, in nanoseconds since the Unix epoch; the whole range of 64 bits is kept.
/// </param>
public sealed record SessionRecord(SessionId SessionId, AgentId AgentId, ulong StartedAtNs);
