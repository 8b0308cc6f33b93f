using System.Globalization;
using System.Text.Json.Nodes;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary>A record as a row of CSV (RFC 4180), every field of it: an absent value is an empty cell, an empty text is
/// <c>""</c>.</summary>
internal static class CsvRecord
{
    internal static IReadOnlyList<string> Columns { get; } =
    [
        "position", "digest", "seq", "timestamp_ns", "event_type", "agent_id", "session_id", "payload",
        "previous_hash", "entry_hash", "root_agent_id", "parent_agent_id", "team_id", "org_id", "delegation_reason",
        "spawned_by_tool", "depth", "credential_findings", "redacted_payload", "policy_doc_id",
    ];

    internal static string Write(AuditRecord record)
    {
        var (entry, lineage) = (record.Entry, record.Entry.Lineage);
        string?[] cells =
        [
            Number(record.Position), record.Digest.ToString(), Number(entry.Seq), Number(entry.TimestampNs),
            entry.EventType.ToString(), entry.AgentId.ToString(), entry.SessionId.ToString(), Text(entry.Payload),
            entry.PreviousHash.ToString(), entry.EntryHash.ToString(), lineage.RootAgentId?.ToString(),
            lineage.ParentAgentId?.ToString(), Text(lineage.TeamId), Text(lineage.OrgId),
            Text(lineage.DelegationReason), Text(lineage.SpawnedByTool),
            lineage.Depth is { } depth ? Number(depth) : "",
            Findings(entry.Redaction.Findings), Text(entry.Redaction.RedactedPayload), Text(entry.PolicyDocId),
        ];
        return string.Join(',', cells);
    }

    /// <exception cref="FormatException">A cell is not what it should be; the message names its column and shows no
    /// value.</exception>
    internal static AuditRecord Read(IReadOnlyList<string?> cells)
    {
        if (cells.Count != Columns.Count)
            throw new FormatException($"expected {Columns.Count} cells, found {cells.Count}");
        var row = new CsvRow(cells);
        var lineage = new AuditLineage
        {
            RootAgentId = row.Maybe(10, AgentId.Parse), ParentAgentId = row.Maybe(11, AgentId.Parse),
            TeamId = cells[12], OrgId = cells[13], DelegationReason = cells[14], SpawnedByTool = cells[15],
            Depth = row.Maybe(16, text => uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)),
        };
        var findings = cells[17] is null ? [] : row.Of(17, Findings);
        var entry = new AuditEntry(
            row.Of(2, Number), row.Of(3, Number), row.Of(4, Name<AuditEventType>), row.Of(5, AgentId.Parse),
            row.Of(6, SessionId.Parse), row.Of(7, text => text), row.Of(8, Hash256.Parse), lineage,
            new AuditRedaction(findings, cells[18]), cells[19]);
        return new(row.Of(0, Number), AuditEntry.Restore(entry, row.Of(9, Hash256.Parse)), row.Of(1, Hash256.Parse));
    }

    static string Findings(IReadOnlyList<CredentialFinding> findings) => findings.Count == 0 ? "" : Text(
        new JsonArray([.. findings.Select(finding => new JsonObject
        {
            ["kind"] = finding.Kind.ToString(), ["offset"] = finding.Offset, ["matched"] = finding.Matched,
        })]).ToJsonString(JsonOutput.Compact));

    static IReadOnlyList<CredentialFinding> Findings(string json) =>
        [.. JsonNode.Parse(json)!.AsArray().Select(finding => new CredentialFinding(
            Name<CredentialKind>((string)finding!["kind"]!), (ulong)finding["offset"]!, (string)finding["matched"]!))];

    // Enum.Parse alone would take numbers, too.
    static T Name<T>(string name) where T : struct, Enum =>
        Enum.IsDefined(typeof(T), name) ? Enum.Parse<T>(name) : throw new FormatException($"no {typeof(T).Name}");

    static ulong Number(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    static string Text(string? text) => text is null
        ? ""
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
