using System.Text;

namespace StorageKit.Tests;

/// <summary>Entries to test with.</summary>
internal static class Sample
{
    internal static readonly AgentId Agent = AgentId.Parse("0102030405060708090a0b0c0d0e0f10");
    internal static readonly SessionId Session = SessionId.Parse("1112131415161718191a1b1c1d1e1f20");
    internal static readonly AgentId SixteenLetters = AgentId.FromBytes(Encoding.ASCII.GetBytes("ABCDEFGHIJKLMNOP"));

    internal static AuditEntry Entry(
        string payload = "{}", AuditLineage? lineage = null, AuditRedaction? redaction = null,
        string? policyDocId = null) =>
        new(7, 1_700_000_000_000_000_000, AuditEventType.PolicyViolation, Agent, Session, payload, Hash256.Genesis,
            lineage, redaction, policyDocId);

    internal static AuditEntry Full() => Entry(
        "{\"tool\":\"läs\"}",
        new AuditLineage
        {
            RootAgentId = SixteenLetters, ParentAgentId = Agent, TeamId = "team", OrgId = "org",
            DelegationReason = "reason", SpawnedByTool = "tool", Depth = 3,
        },
        new AuditRedaction([new(CredentialKind.AwsAccessKey, 5, "[REDACTED:AwsAccessKey]")], "redacted"), "sha256:00");

    internal static List<AuditEntry> Chain(int length, AgentId? agent = null, SessionId? session = null)
    {
        var trail = new AuditTrail(agent ?? Agent, session ?? Session);
        return [.. Enumerable.Range(0, length).Select(i => trail.Next(
            AuditEventType.ToolDispatched, (ulong)i, $"{{\"step\":{i}}}", new AuditLineage { TeamId = "blue" }))];
    }

    /// <summary>The same entry with other fields; the hash is computed anew.</summary>
    internal static AuditEntry With(
        this AuditEntry e, ulong? seq = null, string? payload = null, Hash256? previousHash = null,
        AuditLineage? lineage = null, AgentId? agent = null, SessionId? session = null) =>
        new(seq ?? e.Seq, e.TimestampNs, e.EventType, agent ?? e.AgentId, session ?? e.SessionId, payload ?? e.Payload,
            previousHash ?? e.PreviousHash, lineage ?? e.Lineage, e.Redaction, e.PolicyDocId);
}
