namespace StorageKit.Conformance.Clauses;

/// <summary>The fields of an audit entry, by name.</summary>
internal static class AuditFields
{
    /// <summary>The first field in which two entries differ, or null. Names no value: payloads are nobody's
    /// business.</summary>
    internal static string? FirstDifference(AuditEntry expected, AuditEntry actual)
    {
        var (mine, theirs) = (Values(expected), Values(actual));
        for (var i = 0; i < mine.Length; i++)
            if (!Equals(mine[i].Value, theirs[i].Value))
                return mine[i].Name;
        return null;
    }

    /// <summary>The entry with one field changed, for every field, with the name of the field. The hash is made
    /// anew.</summary>
    internal static IEnumerable<(string Field, AuditEntry Changed)> ChangeEach(AuditEntry entry)
    {
        var draft = AuditDraft.Of(entry);
        var (lineage, redaction) = (entry.Lineage, entry.Redaction);
        yield return ("seq", (draft with { Seq = entry.Seq ^ 1 }).ToEntry());
        yield return ("timestamp", (draft with { TimestampNs = entry.TimestampNs ^ 1 }).ToEntry());
        yield return ("event type",
            (draft with { EventType = (AuditEventType)(((int)entry.EventType + 1) % 23) }).ToEntry());
        yield return ("agent id", (draft with { AgentId = AgentId.New() }).ToEntry());
        yield return ("session id", (draft with { SessionId = SessionId.New() }).ToEntry());
        yield return ("payload", (draft with { Payload = entry.Payload + " " }).ToEntry());
        yield return ("previous hash", (draft with { PreviousHash = entry.EntryHash }).ToEntry());
        yield return ("root agent id",
            (draft with { Lineage = lineage with { RootAgentId = AgentId.New() } }).ToEntry());
        yield return ("parent agent id",
            (draft with { Lineage = lineage with { ParentAgentId = AgentId.New() } }).ToEntry());
        yield return ("team id", (draft with { Lineage = lineage with { TeamId = lineage.TeamId + "x" } }).ToEntry());
        yield return ("org id", (draft with { Lineage = lineage with { OrgId = lineage.OrgId + "x" } }).ToEntry());
        yield return (
            "delegation reason",
            (draft with { Lineage = lineage with { DelegationReason = lineage.DelegationReason + "x" } }).ToEntry());
        yield return (
            "spawning tool", (draft with { Lineage = lineage with { SpawnedByTool = lineage.SpawnedByTool + "x" } })
                .ToEntry());
        yield return ("depth", (draft with { Lineage = lineage with { Depth = (lineage.Depth ?? 0) + 1 } }).ToEntry());
        yield return (
            "findings",
            (draft with
            {
                Redaction = new(
                    [.. redaction.Findings, new(CredentialKind.Custom, 9, "[REDACTED:Custom]")],
                    redaction.RedactedPayload),
            }).ToEntry());
        yield return (
            "redacted payload",
            (draft with { Redaction = new(redaction.Findings, redaction.RedactedPayload + "x") }).ToEntry());
        yield return ("policy document id", (draft with { PolicyDocId = entry.PolicyDocId + "x" }).ToEntry());
    }

    static (string Name, object? Value)[] Values(AuditEntry entry) =>
    [
        ("seq", entry.Seq), ("timestamp", entry.TimestampNs), ("event type", entry.EventType),
        ("agent id", entry.AgentId),
        ("session id", entry.SessionId), ("payload", entry.Payload), ("previous hash", entry.PreviousHash),
        ("root agent id", entry.Lineage.RootAgentId), ("parent agent id", entry.Lineage.ParentAgentId),
        ("team id", entry.Lineage.TeamId), ("org id", entry.Lineage.OrgId),
        ("delegation reason", entry.Lineage.DelegationReason), ("spawning tool", entry.Lineage.SpawnedByTool),
        ("depth", entry.Lineage.Depth), ("redaction", entry.Redaction), ("policy document id", entry.PolicyDocId),
        ("entry hash", entry.EntryHash),
    ];
}
