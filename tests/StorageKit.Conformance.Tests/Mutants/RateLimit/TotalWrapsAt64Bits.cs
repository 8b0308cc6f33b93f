namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-13", Kills = "RLC-13", Says = "expected 18446744073709551615, got 0")]
internal sealed class TotalWrapsAt64Bits(TimeProvider time) : LockedCounter(time)
{
    protected override ulong Add(ulong total, ulong amount) => unchecked(total + amount);
}
