using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Runs statements in a transaction of one tenant, under the runtime role: one round trip with the beginning
/// and the commit in it. All settings are the transaction's own, so that nothing of a tenant stays on a connection,
/// wherever a pooler hands it next.</summary>
internal sealed class TenantTransaction
{
    // READ COMMITTED whatever the server's default is: after a lock was waited for, a statement sees what was committed
    // meanwhile. A commit that the server does not write to its disk before it answers is not taken for one.
    static readonly Statement s_begin = new("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    static readonly Statement s_commit = new("COMMIT");
    static readonly Statement s_rollback = new("ROLLBACK");

    const string Settings = """
        SELECT set_config('role', $1, true), set_config('search_path', $2, true),
            set_config('storagekit.tenant', $3, true), set_config('statement_timeout', $4, true),
            set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, true)
        """;

    readonly Statement _begin;
    readonly Statement _settings;

    internal TenantTransaction(PostgresOptions options, TenantId tenant)
        : this(
            s_begin,
            new(
                Settings, options.RuntimeRole, options.Schema + ", pg_temp", tenant.ToString(),
                Math.Max(1, (long)options.CommandTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)))
    {
    }

    /// <summary>Of a layout with its own way to name the tenant.</summary>
    internal TenantTransaction(Statement begin, Statement settings)
    {
        _begin = begin;
        _settings = settings;
    }

    /// <summary>Runs the statements; it is committed when the task succeeds.</summary>
    /// <param name="connection">Not in a transaction.</param>
    /// <param name="statements">In their order.</param>
    /// <param name="read">Reads the first result; it must not have effects before the commit.</param>
    /// <param name="cancellationToken">Gives the connection up.</param>
    internal Task<T> RunAsync<T>(
        NpgsqlConnection connection, IEnumerable<Statement> statements,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(connection, [_begin, _settings, .. statements, s_commit], skip: 1, read, cancellationToken);

    /// <summary>Begins and runs the statements; <see cref="EndAsync"/> goes on.</summary>
    internal Task<T> BeginAsync<T>(
        NpgsqlConnection connection, IEnumerable<Statement> statements,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(connection, [_begin, _settings, .. statements], skip: 1, read, cancellationToken);

    /// <summary>Runs the last statements of what was begun, and commits.</summary>
    internal static Task<int> EndAsync(
        NpgsqlConnection connection, IEnumerable<Statement> statements, CancellationToken cancellationToken) =>
        SendAsync(
            connection, [.. statements, s_commit], skip: 0, static (reader, _) => Task.FromResult(0),
            cancellationToken);

    static async Task<T> SendAsync<T>(
        NpgsqlConnection connection, IEnumerable<Statement> statements, int skip,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            var batch = connection.CreateBatch();
            await using var ownedBatch = batch.ConfigureAwait(false);
            foreach (var statement in statements) batch.BatchCommands.Add(statement.ToCommand());
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var ownedReader = reader.ConfigureAwait(false);
            for (var i = 0; i < skip; i++) await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            var result = await read(reader, cancellationToken).ConfigureAwait(false);
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
                // An error of a later statement, the commit included, is thrown from here.
            }
            return result;
        }
        catch (PostgresException) when (connection.FullState == System.Data.ConnectionState.Open)
        {
            // At once: a pooler keeps a server's connection for as long as its transaction is not ended.
            var rollback = connection.CreateCommand();
            await using var owned = rollback.ConfigureAwait(false);
            rollback.CommandText = s_rollback.Sql;
            await rollback.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}
