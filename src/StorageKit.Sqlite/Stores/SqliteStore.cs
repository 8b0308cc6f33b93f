namespace StorageKit.Sqlite;

/// <summary>What every store of the driver "sqlite" has in common: the tenant's file, a health check and an end.
/// Disposing one store leaves the data and the other stores as they are.</summary>
/// <remarks>Arguments are checked first, then whether the store is disposed; both throw at the call. A cancelled call
/// that the writer has not begun has no effect. Only one thread of each process writes; callers wait without a
/// thread.</remarks>
public abstract partial class SqliteStore : IHealthCheckable, IDisposable
{
    readonly SqliteDatabase _database;
    volatile bool _isDisposed;

    private protected SqliteStore(SqliteDatabase database, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        Tenant = tenant.ToByteArray();
    }

    private protected byte[] Tenant { get; }

    private protected SqliteOptions Options => _database.Options;

    private protected long Now => _database.Clock.NowTicks;

    /// <summary>Returns when the file was locked for writing and read.</summary>
    /// <exception cref="StorageException">It could not be, within <c>busy_timeout</c> and five seconds at most; or it
    /// is no longer where the section says.</exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return _database.CheckHealthAsync(cancellationToken);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    private protected ValueTask<T> ReadAsync<T>(Func<DatabaseConnection, T> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return _database.ReadAsync(read, cancellationToken);
    }

    private protected ValueTask<T> ComputeAsync<T>(
        Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(_database.WriteAsync(write, cancellationToken));
    }

    private protected ValueTask WriteAsync<T>(Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(_database.WriteAsync(write, cancellationToken));
    }
}
