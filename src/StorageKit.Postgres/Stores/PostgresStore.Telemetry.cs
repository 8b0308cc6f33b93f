using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public abstract partial class PostgresStore
{
    /// <summary>The first row of a query without effects, as a call that is told of.</summary>
    private protected ValueTask<T?> ReadAsync<T>(
        StoreOperation operation, Statement query, Func<NpgsqlDataReader, T?> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ReadAsync(query, decode, cancellationToken));
    }

    /// <summary>All rows of a query without effects, as a call that is told of.</summary>
    private protected ValueTask<List<T>> ReadAllAsync<T>(
        StoreOperation operation, Statement query, Func<NpgsqlDataReader, T> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ReadAllAsync(query, decode, cancellationToken));
    }

    /// <summary>Runs a statement that has effects, once, as a call that is told of.</summary>
    private protected ValueTask<int> WriteAsync(
        StoreOperation operation, Statement statement, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(WriteAsync(statement, cancellationToken));
    }

    /// <summary>Runs a statement that has effects and returns a row, once, as a call that is told of.</summary>
    private protected ValueTask<T?> ComputeAsync<T>(
        StoreOperation operation, Statement statement, Func<NpgsqlDataReader, T?> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ComputeAsync(statement, decode, cancellationToken));
    }
}
