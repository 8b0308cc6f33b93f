namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-20", Kills = "RLC-20", Says = "IRateLimitCounter.IncrementAsync of LongWindowsAreRefused threw an unexpected ArgumentOutOfRangeException")]
internal sealed class LongWindowsAreRefused(TimeProvider time) : LockedCounter(time)
{
    protected override void Check(TimeSpan window)
    {
        base.Check(window);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, TimeSpan.FromDays(365));
    }
}
