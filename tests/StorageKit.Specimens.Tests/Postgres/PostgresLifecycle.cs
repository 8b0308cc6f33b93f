namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>A row for each agent, whose id is a key over all tenants; a heartbeat does not look at its status.</summary>
internal sealed class PostgresLifecycle(PostgresPort postgres, TenantId tenant) : ILifecycleStore
{
    public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        const string upsert = """
            INSERT INTO agents (id, org_id, status, registered_at, last_heartbeat)
            VALUES ($1, $2, 'registered', now(), now())
            ON CONFLICT (id) DO UPDATE
            SET status = 'registered', last_heartbeat = now(), org_id = EXCLUDED.org_id
            """;
        await postgres.AskAsync(
            tenant, upsert, cancellationToken, agent.ToString(), Guid.Parse(tenant.ToString()));
    }

    public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await postgres.AskAsync(
            tenant, "UPDATE agents SET last_heartbeat = now() WHERE id = $1 RETURNING id", cancellationToken,
            agent.ToString()) is null)
            throw new StorageException(StorageErrorKind.NotFound, agent.ToString());
    }

    public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await postgres.AskAsync(
            tenant, "UPDATE agents SET status = 'deregistered' WHERE id = $1", cancellationToken, agent.ToString());
}
