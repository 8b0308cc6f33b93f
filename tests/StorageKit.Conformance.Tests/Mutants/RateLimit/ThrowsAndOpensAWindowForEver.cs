namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-11", Kills = "RLC-11", Says = "there was another one after")]
internal sealed class ThrowsAndOpensAWindowForEver(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        if (window <= TimeSpan.Zero) await Inner.IncrementAsync(key, 0, TimeSpan.MaxValue, cancellationToken);
        return await Inner.IncrementAsync(key, amount, window, cancellationToken);
    }
}
