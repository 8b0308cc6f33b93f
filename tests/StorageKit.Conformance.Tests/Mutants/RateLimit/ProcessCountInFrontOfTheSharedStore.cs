namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R20", Kills = "RLC-09", Says = "LOST UPDATE", Shared = true)]
internal sealed class ProcessCountInFrontOfTheSharedStore(IRateLimitCounter inner, TimeProvider time)
    : CounterMutant(inner)
{
    readonly LockedCounter _mine = new(time);

    // The shared store is kept up to date, but never read.
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await Inner.IncrementAsync(key, amount, window, cancellationToken);
        return await _mine.IncrementAsync(key, amount, window, cancellationToken);
    }

    public override ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        _mine.CurrentAsync(key, cancellationToken);
}
