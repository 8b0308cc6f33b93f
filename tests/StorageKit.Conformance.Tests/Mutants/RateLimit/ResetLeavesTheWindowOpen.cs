namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-04", Kills = "RLC-04", Says = "the reset left the old window's end in place")]
internal sealed class ResetLeavesTheWindowOpen(TimeProvider time) : LockedCounter(time)
{
    protected override void Reset(IDictionary<string, Window> windows, string key)
    {
        if (windows.TryGetValue(key, out var window)) window.Total = 0;
    }
}
