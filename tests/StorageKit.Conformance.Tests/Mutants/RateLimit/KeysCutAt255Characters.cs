namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-23", Kills = "RLC-23", Says = "a key of 1024 characters")]
internal sealed class KeysCutAt255Characters(TimeProvider time) : LockedCounter(time)
{
    protected override string KeyOf(string key) => key.Length > 255 ? key[..255] : key;
}
