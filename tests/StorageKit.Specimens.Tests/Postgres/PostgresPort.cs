using Npgsql;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>The reference's pool. Each call is a transaction that names its tenant first; whatever the server says is
/// one error, <c>Backend</c>.</summary>
internal sealed class PostgresPort(string connectionString) : IAsyncDisposable
{
    readonly NpgsqlDataSource _pool = NpgsqlDataSource.Create(connectionString);

    /// <summary>Runs a statement for a tenant; gives the first column of its first row, or null.</summary>
    /// <remarks>The reference's contract methods are all the system tenant's, and only some have a variant for others.
    /// Here all are the caller's tenant's: the kindest reading.</remarks>
    internal async ValueTask<object?> AskAsync(
        TenantId tenant, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        try
        {
            await using var connection = await _pool.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var scope = Command(
                connection, "SELECT set_config('app.tenant_id', $1, true)", tenant.ToString());
            await scope.ExecuteNonQueryAsync(cancellationToken);
            await using var command = Command(connection, sql, parameters);
            var answer = await command.ExecuteScalarAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return answer;
        }
        catch (NpgsqlException e)
        {
            throw new StorageException(StorageErrorKind.Backend, e.Message, e);
        }
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return command;
    }

    /// <summary>The tenant has to be there before anything refers to it.</summary>
    internal async ValueTask AddTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await AskAsync(
            tenant, "INSERT INTO orgs (id, name) VALUES ($1, 'tenant') ON CONFLICT DO NOTHING", cancellationToken,
            Guid.Parse(tenant.ToString()));

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
