using Npgsql;
using StorageKit;

namespace Drivers.NNumber;

[StorageDriver("postgres-lifecycle-Number")]
public sealed class PostgresLifecycleNumber(PostgresServer server) : ILifecycleStore
{
    const string Register =
        "INSERT INTO agents (id, last_seen) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET last_seen = now()";

    const string Heartbeat = "UPDATE agents SET last_seen = now() WHERE id = $1";

    const string Deregister = "DELETE FROM agents WHERE id = $1";

    public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await RunAsync(Register, agent, cancellationToken).ConfigureAwait(false);

    public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await RunAsync(Heartbeat, agent, cancellationToken).ConfigureAwait(false) == 0)
            throw new StorageException(StorageErrorKind.NotFound, "agent");
    }

    public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await RunAsync(Deregister, agent, cancellationToken).ConfigureAwait(false);

    async ValueTask<int> RunAsync(string sql, AgentId agent, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection =
                await server.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new NpgsqlParameter { Value = agent.ToString() });
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw new StorageException(StorageErrorKind.Backend, e.SqlState ?? "connection", e.IsTransient);
        }
    }
}
