namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-16", Kills = "RLC-16", Says = "after a window of 10 s opened")]
internal sealed class WindowsAlignedToAGrid(TimeProvider time) : LockedCounter(time)
{
    protected override TimeSpan StartOf(string key, TimeSpan now, TimeSpan length) =>
        TimeSpan.FromTicks(now.Ticks / length.Ticks * length.Ticks);
}
