namespace StorageKit.Conformance.Clauses;

/// <summary>The fields of an entry before its hash is made, so that a clause can change some of them.</summary>
internal sealed record AuditDraft
{
    internal ulong Seq { get; init; }

    internal ulong TimestampNs { get; init; }

    internal AuditEventType EventType { get; init; }

    internal AgentId AgentId { get; init; }

    internal SessionId SessionId { get; init; }

    internal string Payload { get; init; } = "";

    internal Hash256 PreviousHash { get; init; }

    internal AuditLineage Lineage { get; init; } = AuditLineage.None;

    internal AuditRedaction Redaction { get; init; } = AuditRedaction.None;

    internal string? PolicyDocId { get; init; }

    internal static AuditDraft Of(AuditEntry entry) => new()
    {
        Seq = entry.Seq,
        TimestampNs = entry.TimestampNs,
        EventType = entry.EventType,
        AgentId = entry.AgentId,
        SessionId = entry.SessionId,
        Payload = entry.Payload,
        PreviousHash = entry.PreviousHash,
        Lineage = entry.Lineage,
        Redaction = entry.Redaction,
        PolicyDocId = entry.PolicyDocId,
    };

    /// <summary>The entry, with the hash that its fields have.</summary>
    internal AuditEntry ToEntry() => new(
        Seq, TimestampNs, EventType, AgentId, SessionId, Payload, PreviousHash, Lineage, Redaction, PolicyDocId);
}
