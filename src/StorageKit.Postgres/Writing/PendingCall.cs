namespace StorageKit.Postgres;

/// <summary>A queued call, which shares a transaction with others. Thread-safe.</summary>
/// <remarks>Cancelled before the writer has taken it, it has no effect. Cancelled later, its caller goes on at once and
/// the transaction ends as it ends, because it is other callers' as well; when all of them have gone, it is given up.
/// </remarks>
internal abstract class PendingCall<TResult>
{
    const int Queued = 0, Taken = 1, TakenBack = 2;

    // The caller goes on on another thread: the writer must not run callers' code.
    readonly TaskCompletionSource<TResult> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenRegistration _registration;
    int _state;

    private protected PendingCall(CancellationToken cancellationToken)
    {
        CanBeCancelled = cancellationToken.CanBeCanceled;
        _registration = cancellationToken.UnsafeRegister(
            static (call, token) => ((PendingCall<TResult>)call!).Cancel(token), this);
    }

    internal bool CanBeCancelled { get; }

    /// <summary>How many rows it writes.</summary>
    internal abstract int Count { get; }

    /// <summary>Bytes that it writes, roughly.</summary>
    internal abstract long Size { get; }

    internal Task<TResult> Ended => _ended.Task;

    /// <summary>False when it was cancelled before.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    internal void Succeed(TResult result)
    {
        _registration.Unregister();
        _ended.TrySetResult(result);
    }

    internal void Fail(Exception failure)
    {
        _registration.Unregister();
        _ended.TrySetException(failure);
    }

    void Cancel(CancellationToken token)
    {
        Interlocked.CompareExchange(ref _state, TakenBack, Queued);
        _ended.TrySetCanceled(token);
    }
}
