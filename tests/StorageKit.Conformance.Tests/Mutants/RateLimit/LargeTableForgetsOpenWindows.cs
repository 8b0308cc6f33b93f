namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>The same with a table of five thousand counters.</summary>
[Mutant("M-RLC-24-FULL", Kills = "RLC-24", Says = "FORGETS TOO EARLY")]
internal sealed class LargeTableForgetsOpenWindows(IRateLimitCounter inner) : FullTableForgetsOpenWindows(inner)
{
    protected override int Capacity => 5000;
}
