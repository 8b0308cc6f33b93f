using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-14-A", Kills = "GEN-14", Says = "expected ObjectDisposedException, but it succeeded")]
internal sealed class WorksOnAfterDispose(TimeProvider time) : LockedCounter(time), IDisposable
{
    public void Dispose() => GC.SuppressFinalize(this);
}
