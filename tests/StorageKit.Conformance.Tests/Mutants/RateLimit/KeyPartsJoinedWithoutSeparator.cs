namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R16", Kills = "RLC-23", Says = "on the fresh key \"a:b\"")]
internal sealed class KeyPartsJoinedWithoutSeparator(TimeProvider time) : LockedCounter(time)
{
    protected override string KeyOf(string key) => string.Concat(key.Split(':'));
}
