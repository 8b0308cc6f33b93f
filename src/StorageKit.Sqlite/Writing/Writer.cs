namespace StorageKit.Sqlite;

/// <summary>The one writer of this process: a thread of its own, so that a slow disk holds up no thread of the pool.
/// While it syncs one batch, the next one gathers.</summary>
internal sealed class Writer : IAsyncDisposable
{
    const int BatchLimit = 512;
    static readonly TimeSpan PurgeAgainAfter = TimeSpan.FromMilliseconds(100);

    readonly WriteQueue _queue = new();
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly DatabaseConnection _connection;
    readonly GroupCommit _commit;

    /// <summary>Starts the thread; the connection is its own from now on.</summary>
    internal Writer(DatabaseConnection connection, WriteLock writeLock, string fileName)
    {
        _connection = connection;
        _commit = new(connection, writeLock, fileName);
        new Thread(Run) { IsBackground = true, Name = $"StorageKit.Sqlite writer of {fileName}" }.Start();
    }

    /// <summary>Queues a write. It is durable when the task succeeds. A cancelled call that the writer has not begun
    /// has no effect; one that it has begun ends with its commit.</summary>
    internal Task<T> WriteAsync<T>(Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        var operation = new WriteOperation<T>(write, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.TryAdd(operation), typeof(SqliteDatabase));
        return operation.Ended;
    }

    void Run()
    {
        List<WriteOperation> batch = new(BatchLimit);
        while (_queue.TakeInto(batch, BatchLimit, _connection.LeftTraces ? PurgeAgainAfter : Timeout.InfiniteTimeSpan))
        {
            if (batch.Count > 0) _commit.Write(batch);
            batch.Clear();
            if (_connection.LeftTraces && _queue.IsEmpty) Purge();
        }
        if (_connection.LeftTraces) Purge();
        _connection.Dispose();
        _ended.SetResult();
    }

    // Empties the write-ahead log, which holds a deleted secret until then. A reader that still needs the log makes
    // this wait; then it is tried again.
    void Purge()
    {
        _connection.SetBusyTimeout(PurgeAgainAfter);
        _connection.LeftTraces = !_connection.TryEmptyLog();
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task.ConfigureAwait(false);
    }
}
