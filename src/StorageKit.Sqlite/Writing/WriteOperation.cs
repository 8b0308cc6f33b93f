namespace StorageKit.Sqlite;

/// <summary>A queued write. Until it is started its caller can take it back; from then on it ends with the
/// commit.</summary>
internal abstract class WriteOperation
{
    const int Queued = 0, Started = 1, TakenBack = 2;

    int _state;
    Exception? _failure;

    /// <summary>Whether the writer may run it; running it again, after the transaction was lost, is fine.</summary>
    internal bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Queued) != TakenBack;

    private protected bool TryTakeBack() => Interlocked.CompareExchange(ref _state, TakenBack, Queued) == Queued;

    internal bool IsTakenBack => Volatile.Read(ref _state) == TakenBack;

    /// <summary>Does the write, inside a transaction that is not its own.</summary>
    internal void Run(DatabaseConnection connection)
    {
        _failure = null;
        Write(connection);
    }

    /// <summary>Notes that this operation alone failed; its caller hears of it when the others are committed.</summary>
    internal void NoteFailure(Exception failure) => _failure = failure;

    /// <summary>Tells the caller how it ended. Called after the commit, never before.</summary>
    internal void Settle()
    {
        if (_failure is null) Succeed();
        else Fail(_failure);
    }

    internal abstract void Fail(Exception failure);

    private protected abstract void Write(DatabaseConnection connection);

    private protected abstract void Succeed();
}

/// <inheritdoc/>
internal sealed class WriteOperation<T> : WriteOperation
{
    // The caller goes on on another thread: the writer must not run callers' code.
    readonly TaskCompletionSource<T> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Func<DatabaseConnection, T> _write;
    readonly CancellationTokenRegistration _registration;
    T _result = default!;

    internal WriteOperation(Func<DatabaseConnection, T> write, CancellationToken cancellationToken)
    {
        _write = write;
        _registration = cancellationToken.UnsafeRegister(
            static (operation, token) => ((WriteOperation<T>)operation!).TakeBack(token), this);
    }

    internal Task<T> Ended => _ended.Task;

    void TakeBack(CancellationToken token)
    {
        if (TryTakeBack()) _ended.TrySetCanceled(token);
    }

    private protected override void Write(DatabaseConnection connection) => _result = _write(connection);

    private protected override void Succeed()
    {
        _registration.Unregister();
        _ended.TrySetResult(_result);
    }

    internal override void Fail(Exception failure)
    {
        _registration.Unregister();
        _ended.TrySetException(failure);
    }
}
