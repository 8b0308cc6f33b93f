namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R18", Kills = "RLC-24", Says = "NEVER FORGETS", Seen = "Eventra#12797, HireSense#152")]
internal sealed class NeverForgetsKeys(TimeProvider time) : LockedCounter(time)
{
    protected override void Sweep(TimeSpan now) { }
}
