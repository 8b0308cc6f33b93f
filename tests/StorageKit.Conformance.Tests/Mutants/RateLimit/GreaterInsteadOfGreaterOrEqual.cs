namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R06", Kills = "RLC-17", Says = "at the moment a window of")]
internal sealed class GreaterInsteadOfGreaterOrEqual(TimeProvider time) : LockedCounter(time)
{
    protected override bool IsOver(TimeSpan elapsed, TimeSpan length) => elapsed > length;
}
