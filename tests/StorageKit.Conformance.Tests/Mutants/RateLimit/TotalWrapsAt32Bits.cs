namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R10", Kills = "RLC-13", Says = "IncrementAsync by 1 at 4294967295: expected 4294967296, got 0")]
internal sealed class TotalWrapsAt32Bits(TimeProvider time) : LockedCounter(time)
{
    protected override ulong Add(ulong total, ulong amount) => unchecked((uint)total + (uint)amount) & uint.MaxValue;
}
