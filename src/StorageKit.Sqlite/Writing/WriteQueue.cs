namespace StorageKit.Sqlite;

/// <summary>Writes that wait for the writer, first come first served. Its length is bounded by its callers, each of
/// which waits for its own write; a bound of its own would let a later call of the same caller overtake.</summary>
internal sealed class WriteQueue
{
    readonly object _lock = new();
    readonly Queue<WriteOperation> _waiting = new();
    bool _isClosed;

    /// <summary>False when the queue is closed.</summary>
    internal bool TryAdd(WriteOperation operation)
    {
        lock (_lock)
        {
            if (_isClosed) return false;
            _waiting.Enqueue(operation);
            SqliteTelemetry.Driver.Queued();
            if (_waiting.Count == 1) Monitor.Pulse(_lock);
            return true;
        }
    }

    /// <summary>Moves what waits into <paramref name="batch"/>; waits when nothing does.</summary>
    /// <returns>False when the queue is closed and empty. True with an empty batch when the time is over.</returns>
    internal bool TakeInto(List<WriteOperation> batch, int limit, TimeSpan patience)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && !_isClosed) Monitor.Wait(_lock, patience);
            while (batch.Count < limit && _waiting.TryDequeue(out var operation))
            {
                SqliteTelemetry.Driver.Dequeued();
                if (!operation.IsTakenBack) batch.Add(operation);
            }
            return batch.Count > 0 || _waiting.Count > 0 || !_isClosed;
        }
    }

    internal bool IsEmpty
    {
        get
        {
            lock (_lock) return _waiting.Count == 0;
        }
    }

    /// <summary>Takes no more; what waits is still written.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
