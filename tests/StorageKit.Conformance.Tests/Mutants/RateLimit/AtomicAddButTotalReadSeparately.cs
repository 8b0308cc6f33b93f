namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R02", Kills = "RLC-05", Says = "LOST UPDATE")]
internal sealed class AtomicAddButTotalReadSeparately(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await Inner.IncrementAsync(key, amount, window, cancellationToken);
        await Task.Yield();
        return await Inner.CurrentAsync(key, cancellationToken);
    }
}
