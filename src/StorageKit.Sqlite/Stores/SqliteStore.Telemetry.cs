using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public abstract partial class SqliteStore
{
    /// <summary>Reads, as a call that is told of.</summary>
    private protected ValueTask<T> ReadAsync<T>(
        StoreOperation operation, Func<DatabaseConnection, T> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ReadAsync(read, cancellationToken));
    }

    /// <summary>Writes something that has a result, as a call that is told of.</summary>
    private protected ValueTask<T> ComputeAsync<T>(
        StoreOperation operation, Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ComputeAsync(write, cancellationToken));
    }

    /// <summary>Writes, as a call that is told of.</summary>
    private protected ValueTask WriteAsync<T>(
        StoreOperation operation, Func<DatabaseConnection, T> write, CancellationToken cancellationToken) =>
        WriteAsync(operation, entries: 1, write, cancellationToken);

    /// <summary>Writes so many entries, as a call that is told of.</summary>
    private protected ValueTask WriteAsync<T>(
        StoreOperation operation, int entries, Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start(entries);
        return call.Watch(WriteAsync(write, cancellationToken));
    }
}
