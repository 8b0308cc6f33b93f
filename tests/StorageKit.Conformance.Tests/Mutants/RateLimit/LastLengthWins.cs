namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-19", Kills = "RLC-19", Says = "with the length 00:00:20 in a window of 00:01:40")]
internal sealed class LastLengthWins(TimeProvider time) : LockedCounter(time)
{
    protected override void Touch(Window open, ulong amount, TimeSpan length, TimeSpan now) => open.Length = length;
}
