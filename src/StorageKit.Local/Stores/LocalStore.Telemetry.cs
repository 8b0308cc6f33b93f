using StorageKit.Diagnostics;

namespace StorageKit.Local;

public abstract partial class LocalStore
{
    /// <summary>Reads, as a call that is told of.</summary>
    private protected ValueTask<T> ReadAsync<T>(
        StoreOperation operation, Func<T> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ReadAsync(read, cancellationToken));
    }

    /// <summary>Writes, as a call that is told of.</summary>
    private protected ValueTask ChangeAsync(
        StoreOperation operation, Action change, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start();
        return call.Watch(ChangeAsync(change, cancellationToken));
    }

    /// <summary>Emits, as a call that is told of.</summary>
    private protected ValueTask EmitAsync(
        StoreOperation operation, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = operation.Start(entries.Count);
        return call.Watch(EmitAsync(entries, cancellationToken));
    }
}
