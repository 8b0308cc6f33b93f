namespace StorageKit.Local;

/// <summary>Emits that wait for the log, first come first served: while one group is synced, the next one gathers. It
/// has no thread of its own; a thread of the pool works as long as something waits.</summary>
/// <remarks>Its length is bounded by its callers, each of which waits for its own emit.</remarks>
internal sealed class AppendQueue(Action<IReadOnlyList<Append>> write)
{
    const int GroupLimit = 512;

    readonly Queue<Append> _waiting = new();
    readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool _isWorking;
    bool _isClosed;

    internal Task AddAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var append = new Append(entries, cancellationToken);
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(LocalFolder));
            _waiting.Enqueue(append);
            LocalTelemetry.Driver.Queued();
            if (_isWorking) return append.Ended;
            _isWorking = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Work(), this, preferLocal: false);
        return append.Ended;
    }

    /// <summary>Takes no more; returns when what waits is written.</summary>
    internal Task CloseAsync()
    {
        lock (_waiting)
        {
            _isClosed = true;
            if (!_isWorking) _idle.TrySetResult();
        }
        return _idle.Task;
    }

    void Work()
    {
        while (Next() is { Count: > 0 } group) write(group);
    }

    List<Append> Next()
    {
        List<Append> group = [];
        lock (_waiting)
        {
            while (group.Count < GroupLimit && _waiting.TryDequeue(out var append))
            {
                LocalTelemetry.Driver.Dequeued();
                if (append.TryStart()) group.Add(append);
            }
            if (group.Count > 0) return group;
            _isWorking = false;
            if (_isClosed) _idle.TrySetResult();
        }
        return group;
    }
}
