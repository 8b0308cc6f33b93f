using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace StorageKit.Postgres;

/// <summary>Runs strangers' statements under a login of their own that may only read. Thread-safe.</summary>
/// <remarks>Each has a connection of its own, which is closed after it, so that no lock, setting or prepared statement
/// outlives it; a read-only transaction that is never committed; and is declared as a cursor, which takes one statement
/// that reads and no other.</remarks>
internal sealed class QueryLogin : IAsyncDisposable
{
    const int AtOnce = 4;

    const string Tables = """
        SELECT n.nspname::text, c.relname::text, array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            ORDER BY a.attnum)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
            AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
            AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
        GROUP BY 1, 2 ORDER BY n.nspname::text COLLATE "C", c.relname::text COLLATE "C"
        LIMIT 1000
        """;

    readonly SemaphoreSlim _free = new(AtOnce);
    readonly NpgsqlDataSource _logins;
    readonly PostgresOptions _options;
    readonly string _database;

    internal QueryLogin(PostgresOptions options, string database)
    {
        if (options.QueryUsername is not { Length: > 0 } username)
            throw new StorageException(
                StorageErrorKind.Backend,
                "[storage.postgres] query = true needs query_username, a login that may only read, and query_password");
        _options = options;
        _database = database;
        _logins = ConnectionSettings.PoolOf(
            options with { Username = username, Password = options.QueryPassword }, isPooled: false);
    }

    internal Task CheckAsync(CancellationToken cancellationToken) =>
        RunAsync(
            async (connection, token) =>
            {
                await ReadOnlyLogin.CheckAsync(connection, _options.QueryUsername!, token).ConfigureAwait(false);
                return true;
            }, cancellationToken);

    internal Task<IReadOnlyList<SqlTable>> ListTablesAsync(CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<SqlTable>>(
            static async (connection, token) =>
            {
                await BeginAsync(connection, TimeSpan.FromSeconds(30), token).ConfigureAwait(false);
                var command = new NpgsqlCommand(Tables, connection);
                await using var ownedCommand = command.ConfigureAwait(false);
                var row = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using var ownedRow = row.ConfigureAwait(false);
                List<SqlTable> tables = [];
                while (await row.ReadAsync(token).ConfigureAwait(false))
                    tables.Add(new(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2)));
                return tables;
            }, cancellationToken);

    internal Task<SqlRows> QueryAsync(
        string statement, IReadOnlyList<string?> parameters, int maxRows, int maxCharacters,
        CancellationToken cancellationToken) =>
        RunAsync(
            async (connection, token) =>
            {
                await BeginAsync(connection, _options.QueryTimeout, token).ConfigureAwait(false);
                await DeclareAsync(connection, statement, parameters, token).ConfigureAwait(false);
                return await QueryRows.FetchAsync(connection, maxRows, maxCharacters, token).ConfigureAwait(false);
            }, cancellationToken);

    static async Task BeginAsync(NpgsqlConnection connection, TimeSpan limit, CancellationToken cancellationToken)
    {
        var begin = new NpgsqlCommand(
            string.Create(
                CultureInfo.InvariantCulture,
                $"BEGIN TRANSACTION READ ONLY; SET LOCAL lock_timeout = 1000; "
                + $"SET LOCAL statement_timeout = {Math.Max(1, limit.TotalMilliseconds):F0}"), connection);
        await using var owned = begin.ConfigureAwait(false);
        await begin.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    static async Task DeclareAsync(
        NpgsqlConnection connection, string statement, IReadOnlyList<string?> parameters,
        CancellationToken cancellationToken)
    {
        // A command with positional parameters is sent as it is, as one statement: the server refuses a second one.
        var declare = new NpgsqlCommand(
            "DECLARE query NO SCROLL CURSOR FOR " + statement.AsSpan().TrimEnd().TrimEnd(';').ToString(), connection);
        await using var owned = declare.ConfigureAwait(false);
        foreach (var value in parameters)
            declare.Parameters.Add(new()
            {
                NpgsqlDbType = NpgsqlDbType.Unknown, Value = (object?)value ?? DBNull.Value,
            });
        // Without any, Npgsql would look for semicolons itself and send several.
        if (parameters.Count == 0) declare.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = 0 });
        await declare.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The server's own time-out comes first; this one is for a server that is silent.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_options.ConnectTimeout + _options.QueryTimeout + TimeSpan.FromSeconds(1));
            var connection = await _logins.OpenConnectionAsync(limit.Token).ConfigureAwait(false);
            await using var owned = connection.ConfigureAwait(false);
            return await work(connection, limit.Token).ConfigureAwait(false);
        }
        catch (PostgresException e) when (IsOfTheStatement(e.SqlState))
        {
            throw new ArgumentException($"{Plain(e.MessageText)} (SQLSTATE {e.SqlState})");
        }
        catch (PostgresException e) when (e.SqlState == SqlState.QueryCanceled)
        {
            throw PostgresFailure.TimedOut(_database, "did not end the query within query_timeout");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw PostgresFailure.TimedOut(_database, "did not answer the query within query_timeout");
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            throw PostgresFailure.Of(e, _database);
        }
        finally
        {
            _free.Release();
        }
    }

    // Syntax and rights, data, features, transaction state, cursors; not the login (28) nor the server (5x, 08).
    static bool IsOfTheStatement(string code) => code is not SqlState.TooManyConnections
        && code[..2] is "0A" or "20" or "21" or "22" or "24" or "25" or "26" or "2F" or "34" or "38" or "39" or "40"
            or "42" or "54" or "55" or "P0" or "XX";

    static string Plain(string text)
    {
        const int Longest = 500;
        var plain = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Longest))) plain.Append(char.IsControl(c) ? ' ' : c);
        return plain.ToString();
    }

    public async ValueTask DisposeAsync() => await _logins.DisposeAsync().ConfigureAwait(false);
}
