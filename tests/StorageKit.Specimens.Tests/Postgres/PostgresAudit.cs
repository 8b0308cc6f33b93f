namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>One row of metadata for each entry. Its key is half of the entry's hash, and whatever has that key already
/// is taken for the same entry.</summary>
internal sealed class PostgresAudit(PostgresPort postgres, TenantId tenant, EmittedEntries emitted) : IAuditSink
{
    const string Insert = """
        INSERT INTO audit_logs (event_id, agent_id, tool_name, decision, latency_ms, ts, org_id)
        VALUES ($1, $2, $3, $4, NULL, $5, $6) ON CONFLICT (event_id) DO NOTHING
        """;

    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        emitted.Add(entry);
        await postgres.AskAsync(
            tenant, Insert, cancellationToken, EventId(entry), entry.AgentId.ToString(), entry.EventType.ToString(),
            Decision(entry.EventType), Microseconds(entry.TimestampNs), Guid.Parse(tenant.ToString()));
    }

    internal static Guid EventId(AuditEntry entry) => new(entry.EntryHash.ToByteArray().AsSpan(0, 16), bigEndian: true);

    // timestamptz has no more.
    static DateTime Microseconds(ulong nanoseconds) => DateTime.UnixEpoch.AddTicks((long)(nanoseconds / 1000) * 10);

    static string Decision(AuditEventType type) => (int)type switch
    {
        1 or 2 or 5 or 7 or 8 or 11 or 12 or 15 or 17 or 18 or 19 or 21 => "deny",
        4 or 9 or 13 or 16 or 20 => "allow",
        _ => "review",
    };
}
