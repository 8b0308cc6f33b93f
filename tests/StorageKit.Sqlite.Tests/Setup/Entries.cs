namespace StorageKit.Sqlite.Tests;

/// <summary>Audit entries to emit.</summary>
internal static class Entries
{
    internal static AuditTrail Trail() => new(AgentId.New(), SessionId.New());

    internal static AuditEntry Next(this AuditTrail trail, string payload = "{}") =>
        trail.Next(AuditEventType.ToolDispatched, timestampNs: 1_700_000_000_000_000_000 + trail.NextSeq, payload);

    internal static IEnumerable<AuditEntry> Endless(this AuditTrail trail)
    {
        while (true) yield return trail.Next();
    }

    /// <summary>The first entry of a new session.</summary>
    internal static AuditEntry Single(string payload = "{}") => Trail().Next(payload);

    internal static List<AuditEntry> Chain(int count)
    {
        var trail = Trail();
        return [.. Enumerable.Range(0, count).Select(i => trail.Next($"{{\"n\":{i}}}"))];
    }
}
