namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-15-MOVED", Kills = "RLC-15", Says = "with an increment by 0 in it")]
internal sealed class ZeroMovesTheWindow(TimeProvider time) : LockedCounter(time)
{
    protected override void Touch(Window open, ulong amount, TimeSpan length, TimeSpan now)
    {
        if (amount == 0) open.Start = now;
    }
}
