using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-CFG-05", Kills = "CFG-05", Says = "after another store failed to open: expected ObjectDisposedException")]
internal sealed class StaysOpenWhenAnotherFails(TimeProvider time) : LockedCounter(time), IDisposable
{
    public void Dispose() => GC.SuppressFinalize(this);
}
