using System.Runtime.CompilerServices;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Sees which agents are registered, and when they were last heard of; to the microsecond, by the clock of
/// their server.</summary>
/// <remarks>An agent counts while its status is <c>registered</c>: the Rust driver lets a deregistered one send
/// heartbeats, which does not bring it back. A silent one counts as deregistered after <c>agent_ttl</c>. Rows whose id
/// is no id of an agent in its canonical form are passed over.</remarks>
[NotADriver]
internal sealed class AgentAssemblyAgents(PostgresDatabase database, TenantId tenant)
    : AgentAssemblyStore(database, tenant), ILifecycleStore, ILifecycleMonitor
{
    static readonly StoreOperation s_lastSeen = PostgresTelemetry.Operation<ILifecycleStore>(nameof(LastSeenAsync));
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<ILifecycleStore>(nameof(ListAsync));

    const int PageSize = 256;

    // org_id is null for what was registered before there were organisations. Times are microseconds since 1970.
    const string Registered = """
        SELECT id, (extract(epoch FROM registered_at) * 1000000)::bigint, (extract(epoch FROM seen) * 1000000)::bigint
        FROM (SELECT id, registered_at, greatest(last_heartbeat, registered_at) AS seen, org_id, status FROM agents) AS a
        WHERE coalesce(org_id, '00000000-0000-0000-0000-000000000000') = $1 AND status = 'registered'
            AND seen > now() - make_interval(secs => $2::float8)
        """;

    const string Find = Registered + " AND id = $3";

    const string List = Registered + """
         AND id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND id COLLATE "C" > $3 ORDER BY id COLLATE "C" LIMIT $4
        """;

    // Longer than that no server runs, and timestamps end.
    static readonly TimeSpan s_forEver = TimeSpan.FromDays(365_000);

    readonly double _ttl =
        (database.Options.AgentTtl is { } ttl && ttl < s_forEver ? ttl : s_forEver).TotalSeconds;

    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        RefuseAsync("register agents", cancellationToken);

    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        RefuseAsync("send heartbeats", cancellationToken);

    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        RefuseAsync("deregister agents", cancellationToken);

    public async ValueTask<DateTimeOffset?> LastSeenAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        (await ReadAsync(s_lastSeen, new(Find, Organisation, _ttl, agent.ToString()), Decode, cancellationToken)
            .ConfigureAwait(false))?.LastSeen;

    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return PagesAsync(cancellationToken);
    }

    async IAsyncEnumerable<AgentStatus> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var page = await ReadAllAsync(
                s_list, new(List, Organisation, _ttl, after, (long)PageSize), Decode, cancellationToken)
                .ConfigureAwait(false);
            foreach (var status in page) yield return status;
            if (page.Count < PageSize) yield break;
            after = page[^1].Agent.ToString();
        }
    }

    static AgentStatus Decode(NpgsqlDataReader row) =>
        new(AgentId.Parse(row.GetString(0)), Time(row.GetInt64(1)), Time(row.GetInt64(2)));

    static DateTimeOffset Time(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
