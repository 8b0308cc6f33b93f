namespace StorageKit;

/// <summary>A registered agent.</summary>
/// <param name="Agent">Its id.</param>
/// <param name="RegisteredAt">When it was last registered.</param>
/// <param name="LastSeen">When it was last registered or heard of; never goes back.</param>
public sealed record AgentStatus(AgentId Agent, DateTimeOffset RegisteredAt, DateTimeOffset LastSeen);
