namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-Z45", Kills = "RLC-20", Says = "expected ArgumentOutOfRangeException, but it succeeded")]
internal sealed class WindowOfZeroMeansForEver(TimeProvider time) : LockedCounter(time)
{
    protected override void Check(TimeSpan window) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);

    protected override bool IsOver(TimeSpan elapsed, TimeSpan length) => length > TimeSpan.Zero && elapsed >= length;
}
