using System.Runtime.CompilerServices;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Tracks running agents. One that is silent for <c>agent_ttl</c>, by the server's clock, counts as
/// deregistered; without it none does.</summary>
[StorageDriver("postgres")]
public sealed class PostgresLifecycleStore : PostgresStore, ILifecycleStore, ILifecycleMonitor
{
    static readonly StoreOperation s_register = PostgresTelemetry.Operation<ILifecycleStore>(nameof(RegisterAsync));
    static readonly StoreOperation s_heartbeat = PostgresTelemetry.Operation<ILifecycleStore>(nameof(HeartbeatAsync));
    static readonly StoreOperation s_deregister = PostgresTelemetry.Operation<ILifecycleStore>(nameof(DeregisterAsync));
    static readonly StoreOperation s_lastSeen = PostgresTelemetry.Operation<ILifecycleStore>(nameof(LastSeenAsync));
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<ILifecycleStore>(nameof(ListAsync));

    const int PageSize = 256;

    const string Register = """
        INSERT INTO agents AS a (tenant, agent, registered_at, last_seen)
        SELECT $1, $2, t.now, t.now FROM (SELECT now_ticks() AS now) AS t
        ON CONFLICT (tenant, agent) DO UPDATE SET
            registered_at = excluded.registered_at, last_seen = greatest(a.last_seen, excluded.last_seen)
        RETURNING EXISTS (
            SELECT FROM agents AS e
            WHERE e.tenant = $1 AND e.last_seen <= a.registered_at - $3 AND e.agent <> a.agent)
        """;

    const string Heartbeat = """
        UPDATE agents SET last_seen = greatest(last_seen, now_ticks())
        WHERE tenant = $1 AND agent = $2 AND last_seen > now_ticks() - $3
        """;

    const string LastSeen = """
        SELECT last_seen FROM agents WHERE tenant = $1 AND agent = $2 AND last_seen > now_ticks() - $3
        """;

    const string List = """
        SELECT agent, registered_at, last_seen FROM agents
        WHERE tenant = $1 AND ($2::uuid IS NULL OR agent > $2) AND last_seen > now_ticks() - $3 ORDER BY agent LIMIT $4
        """;

    const string RemoveExpired = """
        DELETE FROM agents WHERE tenant = $1 AND agent IN (
            SELECT agent FROM agents WHERE tenant = $1 AND last_seen <= (SELECT now_ticks()) - $2
            ORDER BY last_seen LIMIT $3 FOR UPDATE SKIP LOCKED)
        """;

    readonly long _ttl;
    readonly ExpiredRows _expired;

    /// <summary>A store of agents.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose agents they are.</param>
    public PostgresLifecycleStore(PostgresDatabase database, TenantId tenant) : base(database, tenant)
    {
        _ttl = Ticks.Of(Options.AgentTtl);
        _expired = new(database, tenant, new(RemoveExpired, Tenant, _ttl, (long)ExpiredRows.Limit));
    }

    /// <inheritdoc/>
    public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var register = new Statement(Register, Tenant, Ids.Of(agent), _ttl);
        if (await ComputeAsync(s_register, register, static row => row.GetBoolean(0), cancellationToken)
            .ConfigureAwait(false))
            _expired.Remove();
    }

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        using var call = s_heartbeat.Start();
        return call.Watch(BeatAsync(agent, cancellationToken));
    }

    async ValueTask BeatAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var changed = await WriteAsync(new(Heartbeat, Tenant, Ids.Of(agent), _ttl), cancellationToken)
            .ConfigureAwait(false);
        if (changed == 0)
            throw new StorageException(
                StorageErrorKind.NotFound, $"agent {agent} is not registered; register it before its heartbeats");
    }

    /// <inheritdoc/>
    public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await WriteAsync(
            s_deregister,
            new("DELETE FROM agents WHERE tenant = $1 AND agent = $2", Tenant, Ids.Of(agent)), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        ReadAsync<DateTimeOffset?>(
            s_lastSeen, new(LastSeen, Tenant, Ids.Of(agent), _ttl), static row => Ticks.ToTime(row.GetInt64(0)),
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return PagesAsync(cancellationToken);
    }

    async IAsyncEnumerable<AgentStatus> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        object after = DBNull.Value;
        while (true)
        {
            var page = await ReadAllAsync(
                s_list,
                new(List, Tenant, after, _ttl, (long)PageSize), Decode, cancellationToken).ConfigureAwait(false);
            foreach (var status in page) yield return status;
            if (page.Count < PageSize) yield break;
            after = Ids.Of(page[^1].Agent);
        }
    }

    static AgentStatus Decode(NpgsqlDataReader row) =>
        new(Ids.ToAgent(row.GetGuid(0)), Ticks.ToTime(row.GetInt64(1)), Ticks.ToTime(row.GetInt64(2)));
}
