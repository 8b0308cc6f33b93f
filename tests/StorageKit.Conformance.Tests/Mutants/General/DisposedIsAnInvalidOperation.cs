using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-14-C", Kills = "GEN-14", Says = "got InvalidOperationException")]
internal sealed class DisposedIsAnInvalidOperation(IRateLimitCounter inner) : CounterMutant(inner), IDisposable
{
    volatile bool _isDisposed;

    public override ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        _isDisposed
            ? throw new InvalidOperationException("the connection is closed")
            : base.CurrentAsync(key, cancellationToken);

    public void Dispose() => _isDisposed = true;
}
