namespace StorageKit.Postgres;

/// <summary>A queued emit of one or several entries, all of which are stored or none. Thread-safe.</summary>
/// <remarks>Cancelled before the writer has taken it, it has no effect. Cancelled later, its caller goes on at once and
/// the transaction ends as it ends, because it is other callers' as well.</remarks>
internal sealed class PendingEmit
{
    const int Queued = 0, Taken = 1, TakenBack = 2;

    // The caller goes on on another thread: the writer must not run callers' code.
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenRegistration _registration;
    int _state;

    internal PendingEmit(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        Rows = rows;
        Size = rows.Sum(static row => (long)row.Body.Length);
        _registration = cancellationToken.UnsafeRegister(
            static (emit, token) => ((PendingEmit)emit!).Cancel(token), this);
    }

    internal IReadOnlyList<AuditRow> Rows { get; }

    /// <summary>Bytes of the bodies.</summary>
    internal long Size { get; }

    internal Task Ended => _ended.Task;

    /// <summary>False when it was cancelled before.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    void Cancel(CancellationToken token)
    {
        Interlocked.CompareExchange(ref _state, TakenBack, Queued);
        _ended.TrySetCanceled(token);
    }

    /// <param name="failure">Null when it was stored.</param>
    internal void End(Exception? failure)
    {
        _registration.Unregister();
        if (failure is null) _ended.TrySetResult();
        else _ended.TrySetException(failure);
    }
}
