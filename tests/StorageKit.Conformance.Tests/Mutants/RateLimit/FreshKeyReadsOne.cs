namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-01", Kills = "RLC-01", Says = "of the fresh key")]
internal sealed class FreshKeyReadsOne(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        Math.Max(1, await Inner.CurrentAsync(key, cancellationToken));
}
