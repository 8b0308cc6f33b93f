namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R27", Kills = "RLC-05", Says = "LOST UPDATE")]
internal sealed class LosesOneIncrementInAThousand(IRateLimitCounter inner) : CounterMutant(inner)
{
    int _calls;

    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
        Interlocked.Increment(ref _calls) % 1000 == 0
            ? await Inner.CurrentAsync(key, cancellationToken) + amount
            : await Inner.IncrementAsync(key, amount, window, cancellationToken);
}
