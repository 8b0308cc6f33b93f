using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>What every store of the driver "memory" has in common: a health check and an end. Disposing one store
/// leaves the data and the other stores as they are.</summary>
/// <remarks>Every call completes at once and never blocks on I/O. Arguments are checked first, then whether the store
/// is disposed; both throw at the call. Cancellation is looked at before anything is changed, and not later.</remarks>
public abstract class MemoryStore : IHealthCheckable, IDiagnosable, IDisposable
{
    readonly MemoryData _data;
    volatile bool _isDisposed;

    private protected MemoryStore(MemoryData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _data = data;
    }

    /// <summary>Returns at once: the backend is this process.</summary>
    /// <exception cref="ObjectDisposedException">The store, or the section it was opened from, is disposed.</exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default;
    }

    /// <summary>Says that nothing lasts.</summary>
    public ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return new(
        [
            new(
                BackendFindingLevel.Notice, "durability", "all of it ends with the process",
                "select another driver for what has to stay"),
        ]);
    }

    /// <summary>Goes through what is kept while it may change: nothing is copied, whatever there is of it.</summary>
    private protected IAsyncEnumerable<T> ListAsync<T>(
        StoreOperation operation, IEnumerable<T> kept, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return EachAsync(operation, kept, cancellationToken);
    }

    async IAsyncEnumerable<T> EachAsync<T>(
        StoreOperation operation, IEnumerable<T> kept, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await operation.Start().Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default)
            .ConfigureAwait(false);
        foreach (var one in kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            yield return one;
        }
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected bool IsDisposed => _isDisposed || _data.IsDisposed;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
