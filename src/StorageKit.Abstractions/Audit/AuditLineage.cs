namespace StorageKit;

/// <summary>Where an action came from. Every part is optional; an absent one adds nothing to the hash, so chains from
/// before it existed stay valid.</summary>
public sealed record AuditLineage
{
    /// <summary>No lineage at all.</summary>
    public static AuditLineage None { get; } = new();

    /// <summary>The agent at the root of the delegation.</summary>
    public AgentId? RootAgentId { get; init; }

    /// <summary>The agent that delegated.</summary>
    public AgentId? ParentAgentId { get; init; }

    /// <summary>The team that the agent works for.</summary>
    public string? TeamId { get; init; }

    /// <summary>The organisation that the agent works for.</summary>
    public string? OrgId { get; init; }

    /// <summary>Why it was delegated.</summary>
    public string? DelegationReason { get; init; }

    /// <summary>The tool that spawned the agent.</summary>
    public string? SpawnedByTool { get; init; }

    /// <summary>How many delegations deep.</summary>
    public uint? Depth { get; init; }
}
