namespace StorageKit;

/// <summary>Writes the JSON form of audit entries; reading is <c>AuditEntryJson.Read.cs</c>.</summary>
internal static partial class AuditEntryJson
{
    internal static string Write(AuditEntry entry)
    {
        var json = new SerdeWriter();
        json.Raw("{\"seq\":").Number(entry.Seq)
            .Raw(",\"timestamp_ns\":").Number(entry.TimestampNs)
            .Raw(",\"event_type\":").Text(entry.EventType.ToString())
            .Raw(",\"agent_id\":").Bytes(entry.AgentId.ToByteArray())
            .Raw(",\"session_id\":").Bytes(entry.SessionId.ToByteArray())
            .Raw(",\"payload\":").Text(entry.Payload)
            .Raw(",\"previous_hash\":").Bytes(entry.PreviousHash.ToByteArray())
            .Raw(",\"entry_hash\":").Bytes(entry.EntryHash.ToByteArray());
        var lineage = entry.Lineage;
        if (lineage.RootAgentId is { } root) json.Raw(",\"root_agent_id\":").Bytes(root.ToByteArray());
        if (lineage.ParentAgentId is { } parent) json.Raw(",\"parent_agent_id\":").Bytes(parent.ToByteArray());
        json.OptionalText(",\"team_id\":", lineage.TeamId)
            .OptionalText(",\"org_id\":", lineage.OrgId)
            .OptionalText(",\"delegation_reason\":", lineage.DelegationReason)
            .OptionalText(",\"spawned_by_tool\":", lineage.SpawnedByTool);
        if (lineage.Depth is { } depth) json.Raw(",\"depth\":").Number(depth);
        WriteFindings(json, entry.Redaction.Findings);
        json.OptionalText(",\"redacted_payload\":", entry.Redaction.RedactedPayload)
            .OptionalText(",\"policy_doc_id\":", entry.PolicyDocId)
            .Raw("}");
        return json.ToString();
    }

    static void WriteFindings(SerdeWriter json, IReadOnlyList<CredentialFinding> findings)
    {
        if (findings.Count == 0) return;
        json.Raw(",\"credential_findings\":[");
        for (var i = 0; i < findings.Count; i++)
        {
            json.Raw(i == 0 ? "{\"kind\":" : ",{\"kind\":").Text(findings[i].Kind.ToString())
                .Raw(",\"offset\":").Number(findings[i].Offset)
                .Raw(",\"matched\":").Text(findings[i].Matched).Raw("}");
        }
        json.Raw("]");
    }
}
