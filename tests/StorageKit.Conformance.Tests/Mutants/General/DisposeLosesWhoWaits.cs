namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-14-B", Kills = "GEN-14", Says = "in flight when the section was disposed did not end within 10 s")]
internal sealed class DisposeLosesWhoWaits(ISessionStore inner) : SessionMutant(inner), IDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    volatile bool _isDisposed;

    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _turn.WaitAsync(cancellationToken);
        await Task.Delay(5, cancellationToken);
        // Whoever waits for a turn is not told that there will be none.
        if (_isDisposed) throw new ObjectDisposedException(nameof(DisposeLosesWhoWaits));
        await base.SaveAsync(session, cancellationToken);
        _turn.Release();
    }

    public void Dispose() => _isDisposed = true;
}
