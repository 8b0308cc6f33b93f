using Npgsql;

namespace StorageKit.Postgres;

/// <summary>What every store of the driver "postgres" has in common: the tenant's rows, a health check and an end.
/// Disposing one store leaves the data and the other stores as they are.</summary>
/// <remarks>Arguments are checked first, then whether the store is disposed; both throw at the call. Each call is one
/// transaction, and on the server's disk when it succeeds. A cancelled call may have had its effect or not, unless the
/// token was cancelled before it.</remarks>
public abstract partial class PostgresStore : IHealthCheckable, IDisposable
{
    readonly TenantTransaction _transaction;
    volatile bool _isDisposed;

    private protected PostgresStore(PostgresDatabase database, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(database);
        Database = database;
        TenantBytes = tenant.ToByteArray();
        Tenant = new(TenantBytes, bigEndian: true);
        _transaction = new(database.Options, tenant);
    }

    private protected PostgresDatabase Database { get; }

    private protected PostgresOptions Options => Database.Options;

    /// <summary>The tenant as statements take it.</summary>
    private protected Guid Tenant { get; }

    private protected byte[] TenantBytes { get; }

    /// <summary>Returns when the schema was read on a server that takes writes.</summary>
    /// <exception cref="StorageException">It could not be, within <c>connect_timeout</c> and <c>command_timeout</c>
    /// together.</exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return Database.CheckHealthAsync(cancellationToken);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <summary>The first row of a query without effects; default when there is none.</summary>
    private protected ValueTask<T?> ReadAsync<T>(
        Statement query, Func<NpgsqlDataReader, T?> decode, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(CallAsync([query], Rows.FirstOf(decode), mayRepeat: true, cancellationToken));
    }

    /// <summary>All rows of a query without effects.</summary>
    private protected ValueTask<List<T>> ReadAllAsync<T>(
        Statement query, Func<NpgsqlDataReader, T> decode, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(CallAsync([query], Rows.AllOf(decode), mayRepeat: true, cancellationToken));
    }

    /// <summary>Runs a statement that has effects, once.</summary>
    /// <returns>How many rows it changed.</returns>
    private protected ValueTask<int> WriteAsync(Statement statement, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(CallAsync([statement], Rows.Changed, mayRepeat: false, cancellationToken));
    }

    /// <summary>Runs statements in one transaction that have no effect the second time.</summary>
    /// <returns>How many rows they changed.</returns>
    private protected ValueTask<int> WriteAllAsync(
        IEnumerable<Statement> statements, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(CallAsync(statements, Rows.Changed, mayRepeat: true, cancellationToken));
    }

    /// <summary>Runs a statement that has effects and returns a row, once.</summary>
    private protected ValueTask<T?> ComputeAsync<T>(
        Statement statement, Func<NpgsqlDataReader, T?> decode, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(CallAsync([statement], Rows.FirstOf(decode), mayRepeat: false, cancellationToken));
    }

    Task<T> CallAsync<T>(
        IEnumerable<Statement> statements, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, bool mayRepeat,
        CancellationToken cancellationToken) =>
        Database.Calls.RunAsync(
            (connection, token) => _transaction.RunAsync(connection, statements, read, token), mayRepeat,
            cancellationToken);
}
