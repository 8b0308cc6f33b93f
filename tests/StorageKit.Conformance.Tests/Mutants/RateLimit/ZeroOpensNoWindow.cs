namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-15", Kills = "RLC-15", Says = "10 s after an increment by 0 opened a window")]
internal sealed class ZeroOpensNoWindow(TimeProvider time) : LockedCounter(time)
{
    protected override bool Opens(ulong amount) => amount > 0;
}
