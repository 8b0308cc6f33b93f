namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R04", Kills = "RLC-16", Says = "with an increment every second", Seen = "redisson#6216")]
internal sealed class ExpiryOnEveryIncrement(TimeProvider time) : LockedCounter(time)
{
    protected override void Touch(Window open, ulong amount, TimeSpan length, TimeSpan now) => open.Start = now;
}
