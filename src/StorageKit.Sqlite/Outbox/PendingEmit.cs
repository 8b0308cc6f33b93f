namespace StorageKit.Sqlite;

/// <summary>A queued emit of one or several entries, all of which are recorded or none. Thread-safe.</summary>
/// <remarks>Cancelled before it is taken, it has no effect; cancelled later, it ends as it ends.</remarks>
internal sealed class PendingEmit
{
    const int Queued = 0, Taken = 1, TakenBack = 2;

    // The caller goes on on another thread: who ends the emit must not run callers' code.
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenRegistration _registration;
    int _state;

    internal PendingEmit(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        Entries = entries;
        _registration = cancellationToken.UnsafeRegister(
            static (emit, token) => ((PendingEmit)emit!).Cancel(token), this);
    }

    internal IReadOnlyList<AuditEntry> Entries { get; }

    internal Task Ended => _ended.Task;

    /// <summary>False when it was cancelled before.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, TakenBack, Queued) == Queued) _ended.TrySetCanceled(token);
    }

    /// <param name="failure">Null when it is recorded.</param>
    internal void End(Exception? failure = null)
    {
        _registration.Unregister();
        if (failure is null) _ended.TrySetResult();
        else _ended.TrySetException(failure);
    }
}
