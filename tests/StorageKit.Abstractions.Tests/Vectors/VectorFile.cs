using System.Text.Json;

namespace StorageKit.Tests;

/// <summary>Reads the recorded behaviour of the reference.</summary>
internal static class VectorFile
{
    internal static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(SharedData.PathTo("vectors", name))).RootElement;

    /// <summary>The cases under a key; an empty list would let every test about them pass.</summary>
    internal static List<JsonElement> Cases(this JsonElement file, string key = "cases")
    {
        var cases = file.GetProperty(key).EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        return cases;
    }

    internal static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString()!;

    internal static string? TextOrNull(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value.GetString() : null;

    /// <summary>The entry with these input fields; its hash is computed.</summary>
    internal static AuditEntry Entry(this JsonElement input) => new(
        input.GetProperty("seq").GetUInt64(), input.GetProperty("timestamp_ns").GetUInt64(),
        (AuditEventType)input.GetProperty("event_type").GetInt32(),
        AgentId.Parse(input.Text("agent_id")), SessionId.Parse(input.Text("session_id")), input.Text("payload"),
        Hash256.Parse(input.Text("previous_hash")),
        new AuditLineage
        {
            RootAgentId = input.TextOrNull("root_agent_id") is { } root ? AgentId.Parse(root) : null,
            ParentAgentId = input.TextOrNull("parent_agent_id") is { } parent ? AgentId.Parse(parent) : null,
            TeamId = input.TextOrNull("team_id"),
            OrgId = input.TextOrNull("org_id"),
            DelegationReason = input.TextOrNull("delegation_reason"),
            SpawnedByTool = input.TextOrNull("spawned_by_tool"),
            Depth = input.TryGetProperty("depth", out var depth) ? depth.GetUInt32() : null,
        },
        new AuditRedaction(Findings(input), input.TextOrNull("redacted_payload")),
        input.TextOrNull("policy_doc_id"));

    /// <summary>The entry as a store gave it back: with the hash that stands there.</summary>
    internal static AuditEntry StoredEntry(this JsonElement stored) =>
        AuditEntry.Restore(stored.Entry(), Hash256.Parse(stored.Text("entry_hash")));

    static IEnumerable<CredentialFinding> Findings(JsonElement input) =>
        !input.TryGetProperty("credential_findings", out var findings)
            ? []
            : findings.EnumerateArray().Select(finding =>
            new CredentialFinding(
                Enum.Parse<CredentialKind>(finding.Text("kind")), finding.GetProperty("offset").GetUInt64(),
                finding.Text("matched")));
}
