using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Keeps sessions. They expire only where the section says <c>session_ttl</c>, counted from the last save by
/// the server's clock.</summary>
[StorageDriver("postgres")]
public sealed partial class PostgresSessionStore : PostgresStore, ISessionStore, IKeyListing
{
    static readonly StoreOperation s_save = PostgresTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = PostgresTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = PostgresTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));

    const string Save = """
        INSERT INTO sessions AS s (tenant, session, agent, started_at_ns, saved_at) VALUES ($1, $2, $3, $4, now_ticks())
        ON CONFLICT (tenant, session) DO UPDATE SET
            agent = excluded.agent, started_at_ns = excluded.started_at_ns, saved_at = now_ticks()
        RETURNING EXISTS (
            SELECT FROM sessions AS e
            WHERE e.tenant = $1 AND e.saved_at <= s.saved_at - $5 AND e.session <> s.session)
        """;

    const string Load = """
        SELECT agent, started_at_ns FROM sessions
        WHERE tenant = $1 AND session = $2 AND saved_at > now_ticks() - $3
        """;

    const string RemoveExpired = """
        DELETE FROM sessions WHERE tenant = $1 AND session IN (
            SELECT session FROM sessions WHERE tenant = $1 AND saved_at <= (SELECT now_ticks()) - $2
            ORDER BY saved_at LIMIT $3 FOR UPDATE SKIP LOCKED)
        """;

    readonly long _ttl;
    readonly ExpiredRows _expired;

    /// <summary>A store of sessions.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose sessions they are.</param>
    public PostgresSessionStore(PostgresDatabase database, TenantId tenant) : base(database, tenant)
    {
        _ttl = Ticks.Of(Options.SessionTtl);
        _expired = new(database, tenant, new(RemoveExpired, Tenant, _ttl, (long)ExpiredRows.Limit));
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var save = new Statement(
            Save, Tenant, Ids.Of(session.SessionId), Ids.Of(session.AgentId), (decimal)session.StartedAtNs, _ttl);
        if (await ComputeAsync(s_save, save, static row => row.GetBoolean(0), cancellationToken).ConfigureAwait(false))
            _expired.Remove();
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        ReadAsync(s_load, new(Load, Tenant, Ids.Of(session), _ttl), row => Decode(session, row), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        await WriteAsync(
            s_delete,
            new("DELETE FROM sessions WHERE tenant = $1 AND session = $2", Tenant, Ids.Of(session)), cancellationToken)
            .ConfigureAwait(false);

    static SessionRecord Decode(SessionId session, NpgsqlDataReader row)
    {
        var startedAt = row.GetDecimal(1);
        if (startedAt is < 0 or > ulong.MaxValue)
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"the record of session {session} is damaged; save it again or delete it");
        return new(session, Ids.ToAgent(row.GetGuid(0)), (ulong)startedAt);
    }
}
