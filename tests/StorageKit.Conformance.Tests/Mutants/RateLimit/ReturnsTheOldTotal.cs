namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-Z41", Kills = "RLC-02", Says = "IncrementAsync by")]
internal sealed class ReturnsTheOldTotal(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
        await Inner.IncrementAsync(key, amount, window, cancellationToken) - amount;
}
