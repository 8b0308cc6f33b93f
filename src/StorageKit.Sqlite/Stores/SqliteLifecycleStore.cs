using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Tracks running agents. One that is silent for <c>agent_ttl</c> counts as deregistered; without it none
/// does.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose agents they are.</param>
[StorageDriver("sqlite")]
public sealed class SqliteLifecycleStore(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), ILifecycleStore, ILifecycleMonitor
{
    static readonly StoreOperation s_register = SqliteTelemetry.Operation<ILifecycleStore>(nameof(RegisterAsync));
    static readonly StoreOperation s_heartbeat = SqliteTelemetry.Operation<ILifecycleStore>(nameof(HeartbeatAsync));
    static readonly StoreOperation s_deregister = SqliteTelemetry.Operation<ILifecycleStore>(nameof(DeregisterAsync));
    static readonly StoreOperation s_lastSeen = SqliteTelemetry.Operation<ILifecycleStore>(nameof(LastSeenAsync));
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<ILifecycleStore>(nameof(ListAsync));

    const int PageSize = 256;

    const string Register = """
        INSERT INTO agents (tenant, agent, registered_at, last_seen) VALUES (?1, ?2, ?3, ?3)
        ON CONFLICT (tenant, agent) DO UPDATE SET
            registered_at = excluded.registered_at, last_seen = max(last_seen, excluded.last_seen)
        """;

    const string Heartbeat = """
        UPDATE agents SET last_seen = max(last_seen, ?3) WHERE tenant = ?1 AND agent = ?2 AND last_seen > ?4
        """;

    const string RemoveExpired = """
        DELETE FROM agents WHERE tenant = ?1 AND agent IN
            (SELECT agent FROM agents WHERE tenant = ?1 AND last_seen <= ?2 ORDER BY last_seen LIMIT ?3)
        """;

    readonly ExpiredRows _expired = new(database, tenant.ToByteArray(), RemoveExpired);

    /// <inheritdoc/>
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var id = agent.ToByteArray();
        return WriteAsync(
            s_register, connection =>
            {
                var now = Now;
                if (Options.AgentTtl is { } ttl) _expired.RemoveSome(connection, SteadyClock.Cutoff(now, ttl));
                return connection.Execute(Register, Tenant, id, now);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var id = agent.ToByteArray();
        return WriteAsync(
            s_heartbeat, connection =>
            {
                var now = Now;
                return connection.Execute(Heartbeat, Tenant, id, now, SteadyClock.Cutoff(now, Options.AgentTtl)) == 1
                    ? true
                    : throw new StorageException(
                        StorageErrorKind.NotFound,
                        $"agent {agent} is not registered; register it before its heartbeats");
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var id = agent.ToByteArray();
        return WriteAsync(
            s_deregister,
            connection => connection.Execute("DELETE FROM agents WHERE tenant = ?1 AND agent = ?2", Tenant, id),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var id = agent.ToByteArray();
        return ReadAsync(
            s_lastSeen, connection => connection.Scalar(
                "SELECT last_seen FROM agents WHERE tenant = ?1 AND agent = ?2 AND last_seen > ?3",
                Tenant, id, SteadyClock.Cutoff(Now, Options.AgentTtl)) is long ticks
                ? SteadyClock.ToTime(ticks)
                : (DateTimeOffset?)null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return PagesAsync(cancellationToken);
    }

    async IAsyncEnumerable<AgentStatus> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] after = [];
        while (true)
        {
            var page = await ReadAsync(s_list, connection => Page(connection, after), cancellationToken)
                .ConfigureAwait(false);
            foreach (var status in page) yield return status;
            if (page.Count < PageSize) yield break;
            after = page[^1].Agent.ToByteArray();
        }
    }

    List<AgentStatus> Page(DatabaseConnection connection, byte[] after)
    {
        List<AgentStatus> page = [];
        using var row = connection.Query(
            """
            SELECT agent, registered_at, last_seen FROM agents
            WHERE tenant = ?1 AND agent > ?2 AND last_seen > ?3 ORDER BY agent LIMIT ?4
            """,
            Tenant, after, SteadyClock.Cutoff(Now, Options.AgentTtl), PageSize);
        while (row.Read())
        {
            var agent = AgentId.FromBytes(row.GetFieldValue<byte[]>(0));
            page.Add(new(agent, SteadyClock.ToTime(row.GetInt64(1)), SteadyClock.ToTime(row.GetInt64(2))));
        }
        return page;
    }
}
