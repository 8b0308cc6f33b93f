namespace StorageKit.Postgres;

/// <summary>Counts the calls under way, so that the end can wait for them. Thread-safe.</summary>
internal sealed class CallGate
{
    readonly Lock _lock = new();
    readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _underWay;
    bool _isClosed;

    /// <exception cref="ObjectDisposedException">The gate is closed.</exception>
    internal void Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(PostgresDatabase));
            _underWay++;
        }
    }

    internal void Leave()
    {
        lock (_lock)
            if (--_underWay == 0 && _isClosed)
                _empty.TrySetResult();
    }

    /// <summary>Lets no call in any more; returns when the last one has left.</summary>
    internal Task CloseAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (_underWay == 0) _empty.TrySetResult();
            return _empty.Task;
        }
    }
}
