namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-04-ABSENT", Kills = "RLC-04", Says = "IRateLimitCounter.ResetAsync of ResetOfAnAbsentKeyFails threw an unexpected StorageException")]
internal sealed class ResetOfAnAbsentKeyFails(TimeProvider time) : LockedCounter(time)
{
    protected override void Reset(IDictionary<string, Window> windows, string key)
    {
        if (!windows.Remove(key)) throw new StorageException(StorageErrorKind.NotFound, "no such key");
    }
}
