namespace StorageKit.Local;

/// <summary>A queued emit, of one entry or of a batch. Until it is started its caller can take it back; from then on it
/// ends with the sync.</summary>
internal sealed class Append
{
    const int Queued = 0, Started = 1, TakenBack = 2;

    // The caller goes on on another thread: the log must not run callers' code.
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenRegistration _registration;
    int _state;

    internal Append(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        Entries = [.. entries.Select(entry => (entry, AuditLine.BodyOf(entry)))];
        _registration = cancellationToken.UnsafeRegister(
            static (append, token) => ((Append)append!).TakeBack(token), this);
    }

    /// <summary>The entries, each with its line but for its place.</summary>
    internal IReadOnlyList<(AuditEntry Entry, byte[] Body)> Entries { get; }

    internal Task Ended => _ended.Task;

    /// <summary>Whether the log may write it.</summary>
    internal bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Queued) != TakenBack;

    internal void Succeed()
    {
        _registration.Unregister();
        _ended.TrySetResult();
    }

    internal void Fail(Exception failure)
    {
        _registration.Unregister();
        _ended.TrySetException(failure);
    }

    void TakeBack(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, TakenBack, Queued) == Queued) _ended.TrySetCanceled(token);
    }
}
