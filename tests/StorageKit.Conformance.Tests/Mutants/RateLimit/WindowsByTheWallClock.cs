namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R08", Kills = "RLC-21", Says = "with the wall clock set on by 1 h", Seen = "loopover#5829")]
internal sealed class WindowsByTheWallClock(TimeProvider time) : LockedCounter(time)
{
    protected override TimeSpan Now() => Time.GetUtcNow() - DateTimeOffset.UnixEpoch;
}
