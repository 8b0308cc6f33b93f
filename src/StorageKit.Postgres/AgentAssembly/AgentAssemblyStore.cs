using System.Globalization;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>What the stores on Agent Assembly's tables have in common: they read the rows of one organisation, the
/// tenant's, each time in a read-only transaction.</summary>
/// <remarks>Row-level security shows a transaction the rows of the organisation that it names in
/// <c>app.tenant_id</c>, but does not bind a superuser; so each query asks for the organisation as well.</remarks>
internal abstract class AgentAssemblyStore : IHealthCheckable, IDisposable
{
    static readonly Statement s_begin = new("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY");

    readonly PostgresDatabase _database;
    readonly TenantTransaction _transaction;
    volatile bool _isDisposed;

    private protected AgentAssemblyStore(PostgresDatabase database, TenantId tenant)
    {
        _database = database;
        Organisation = new(tenant.ToByteArray(), bigEndian: true);
        var timeout = Math.Max(1, (long)database.Options.CommandTimeout.TotalMilliseconds);
        _transaction = new(
            s_begin,
            new(
                "SELECT set_config('app.tenant_id', $1, true), set_config('statement_timeout', $2, true)",
                tenant.ToString(), timeout.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The tenant, as the tables have it.</summary>
    private protected Guid Organisation { get; }

    private protected PostgresOptions Options => _database.Options;

    /// <summary>Returns when the database was read, and is at a version that this driver knows.</summary>
    public async ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        await _database.Calls.RunAsync(
            (connection, token) => SqlxMigrations.CheckAsync(connection, Options, _database.Name, token),
            mayRepeat: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <exception cref="StorageException"><see cref="StorageErrorKind.Unauthorized"/>: the user has no right to read
    /// the table.</exception>
    internal async ValueTask RequireReadableAsync(string table, CancellationToken cancellationToken)
    {
        var query = new Statement("SELECT has_table_privilege(to_regclass($1), 'SELECT')", table);
        // Of a table that is not there: null.
        if (await CallAsync(query, Rows.FirstOf(static row => !row.IsDBNull(0) && row.GetBoolean(0)), cancellationToken)
            .ConfigureAwait(false))
            return;
        throw new StorageException(
            StorageErrorKind.Unauthorized,
            $"{AgentAssemblyLayout.Option}: the user \"{Options.Username}\" cannot read the table {table} of "
            + $"{_database.Name}; grant it to him (GRANT SELECT ON {table} TO …)");
    }

    /// <summary>The first row of a query; default when there is none.</summary>
    private protected ValueTask<T?> ReadAsync<T>(
        StoreOperation operation, Statement query, Func<NpgsqlDataReader, T?> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(CallAsync(query, Rows.FirstOf(decode), cancellationToken));
    }

    /// <summary>All rows of a query.</summary>
    private protected ValueTask<List<T>> ReadAllAsync<T>(
        StoreOperation operation, Statement query, Func<NpgsqlDataReader, T> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(CallAsync(query, Rows.AllOf(decode), cancellationToken));
    }

    /// <summary>The answer to whoever wants to write.</summary>
    private protected ValueTask RefuseAsync(string what, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : ValueTask.FromException(new StorageException(
                StorageErrorKind.Backend,
                $"{AgentAssemblyLayout.Option} is read only, because the tables belong to Agent Assembly; {what} through "
                + "its own services, or select another driver", isTransient: false));
    }

    ValueTask<T> CallAsync<T>(
        Statement query, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(_database.Calls.RunAsync(
            (connection, token) => _transaction.RunAsync(connection, [query], read, token), mayRepeat: true,
            cancellationToken));
    }
}
