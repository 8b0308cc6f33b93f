using System.Collections.Concurrent;

namespace StorageKit.Sqlite;

/// <summary>Connections for reading. A read sees everything that was acknowledged before it began, and is not held up
/// by the writer.</summary>
/// <remarks>SQLite reads block their thread, for microseconds; waiting for a connection blocks none.</remarks>
internal sealed class ReaderPool(DatabaseFile file) : IAsyncDisposable
{
    const int Size = 8;

    readonly SemaphoreSlim _free = new(Size);
    readonly ConcurrentBag<DatabaseConnection> _idle = [];
    volatile bool _isDisposed;

    internal async ValueTask<T> ReadAsync<T>(Func<DatabaseConnection, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteDatabase));
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteDatabase));
            if (!_idle.TryTake(out var connection)) connection = file.OpenReader();
            try
            {
                return read(connection);
            }
            finally
            {
                _idle.Add(connection);
            }
        }
        catch (Exception e)
        {
            var failure = SqliteFailure.Of(e, file.Name);
            if (ReferenceEquals(failure, e)) throw;
            throw failure;
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        for (var i = 0; i < Size; i++) await _free.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var connection)) connection.Dispose();
        // Who still waits comes in now and learns that all is over.
        _free.Release(Size);
    }
}
