using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-G07", Kills = "GEN-14", Says = "disposing SecondDisposeThrows a second time threw SemaphoreFullException")]
internal sealed class SecondDisposeThrows(IRateLimitCounter inner) : CounterMutant(inner), IDisposable
{
    readonly SemaphoreSlim _open = new(0, 1);

    public void Dispose() => _open.Release();
}
