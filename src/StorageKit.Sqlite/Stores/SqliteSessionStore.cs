using System.Buffers.Binary;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Keeps sessions. They expire only where the section says <c>session_ttl</c>, counted from the last
/// save.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("sqlite")]
public sealed partial class SqliteSessionStore(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), ISessionStore, IKeyListing
{
    static readonly StoreOperation s_save = SqliteTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = SqliteTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = SqliteTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));

    const string Save = """
        INSERT INTO sessions (tenant, session, agent, started_at_ns, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (tenant, session) DO UPDATE SET
            agent = excluded.agent, started_at_ns = excluded.started_at_ns, saved_at = excluded.saved_at
        """;

    const string RemoveExpired = """
        DELETE FROM sessions WHERE tenant = ?1 AND session IN
            (SELECT session FROM sessions WHERE tenant = ?1 AND saved_at <= ?2 ORDER BY saved_at LIMIT ?3)
        """;

    readonly ExpiredRows _expired = new(database, tenant.ToByteArray(), RemoveExpired);

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = session.SessionId.ToByteArray();
        var agent = session.AgentId.ToByteArray();
        var startedAt = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(startedAt, session.StartedAtNs);
        return WriteAsync(
            s_save, connection =>
            {
                var now = Now;
                if (Options.SessionTtl is { } ttl) _expired.RemoveSome(connection, SteadyClock.Cutoff(now, ttl));
                return connection.Execute(Save, Tenant, id, agent, startedAt, now);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        var id = session.ToByteArray();
        return ReadAsync(
            s_load, connection =>
            {
                using var row = connection.Query(
                    "SELECT agent, started_at_ns FROM sessions WHERE tenant = ?1 AND session = ?2 AND saved_at > ?3",
                    Tenant, id, SteadyClock.Cutoff(Now, Options.SessionTtl));
                return row.Read() ? Decode(session, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        var id = session.ToByteArray();
        return WriteAsync(
            s_delete,
            connection => connection.Execute("DELETE FROM sessions WHERE tenant = ?1 AND session = ?2", Tenant, id),
            cancellationToken);
    }

    static SessionRecord Decode(SessionId session, byte[] agent, byte[] startedAt)
    {
        const int IdSize = 16;
        if (agent.Length != IdSize || startedAt.Length != sizeof(ulong))
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"the record of session {session} is damaged; save it again or delete it");
        return new(session, AgentId.FromBytes(agent), BinaryPrimitives.ReadUInt64BigEndian(startedAt));
    }
}
