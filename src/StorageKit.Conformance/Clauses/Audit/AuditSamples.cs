using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Entries to emit.</summary>
internal static class AuditSamples
{
    /// <summary>A session's chain that nobody else writes to.</summary>
    internal static AuditTrail NewTrail() => new(AgentId.New(), SessionId.New());

    /// <summary>The next entry of a chain, a millisecond after the one before it.</summary>
    internal static AuditEntry Next(this AuditTrail trail)
    {
        var number = trail.NextSeq;
        return trail.Next(
            (AuditEventType)(number % 23), 1_767_323_045_000_000_000 + (number * 1_000_000),
            string.Create(CultureInfo.InvariantCulture, $$"""{"tool":"search","number":{{number}}}"""));
    }

    /// <summary>The first entries of a new chain.</summary>
    internal static AuditEntry[] Chain(int length)
    {
        var trail = NewTrail();
        return [.. Enumerable.Range(0, length).Select(_ => trail.Next())];
    }

    /// <summary>An entry that begins a new chain and has something in every field.</summary>
    internal static AuditEntry Full(string payload = "{\"tool\":\"search\"}") => new(
        0, 1_767_323_045_123_456_789, AuditEventType.CredentialLeakBlocked, AgentId.New(), SessionId.New(), payload,
        Hash256.Genesis,
        new()
        {
            RootAgentId = AgentId.New(),
            ParentAgentId = AgentId.New(),
            TeamId = "team",
            OrgId = "org",
            DelegationReason = "reason",
            SpawnedByTool = "tool",
            Depth = 3,
        },
        new([new(CredentialKind.GitHubPat, 17, "[REDACTED:GitHubPat]")], "{\"tool\":\"[REDACTED:GitHubPat]\"}"),
        "sha256:00ff");
}
