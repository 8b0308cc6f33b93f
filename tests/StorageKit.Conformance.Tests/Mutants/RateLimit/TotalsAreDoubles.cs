namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-14", Kills = "RLC-14", Says = "at 9007199254740992")]
internal sealed class TotalsAreDoubles(TimeProvider time) : LockedCounter(time)
{
    protected override ulong Add(ulong total, ulong amount) => (ulong)((double)total + amount);
}
