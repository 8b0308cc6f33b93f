using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>All callers talk over one connection, at once.</summary>
[StorageDriver("one-line")]
public sealed class OneLineAgents(OpenConnection database) : ILifecycleStore
{
    readonly DbConnection _connection = database.Connection;

    /// <inheritdoc/>
    public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await RunAsync("INSERT INTO agents (id) VALUES (@agent) ON CONFLICT (id) DO NOTHING", agent, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await RunAsync("UPDATE agents SET seen = now() WHERE id = @agent", agent, cancellationToken) == 0)
            throw new StorageException(StorageErrorKind.NotFound, "agent");
    }

    /// <inheritdoc/>
    public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await RunAsync("DELETE FROM agents WHERE id = @agent", agent, cancellationToken);

    async ValueTask<int> RunAsync(string sql, AgentId agent, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand(); // SK3010
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("agent", agent.ToString());
        command.Parameters.Add(parameter);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The connection of a <c>[storage.one-line]</c> section.</summary>
[StorageResource]
public sealed class OpenConnection
{
    /// <summary>Whatever connection the application registered.</summary>
    public DbConnection Connection { get; } = Activator.CreateInstance<DbConnection>();
}
