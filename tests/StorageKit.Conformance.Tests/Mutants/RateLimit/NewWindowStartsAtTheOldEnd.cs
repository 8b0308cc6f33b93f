namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-18", Kills = "RLC-18", Says = "just before the new window of 20 s is over")]
internal sealed class NewWindowStartsAtTheOldEnd(TimeProvider time) : LockedCounter(time)
{
    protected override TimeSpan StartOf(string key, TimeSpan now, TimeSpan length)
    {
        if (Stored(key) is not { } old) return now;
        var passed = (now - old.Start).Ticks / old.Length.Ticks;
        return old.Start + TimeSpan.FromTicks(passed * old.Length.Ticks);
    }
}
