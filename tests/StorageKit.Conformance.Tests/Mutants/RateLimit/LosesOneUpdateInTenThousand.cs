namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>As subtle as they come: every answer is right by itself, but one update in ten thousand is not stored.
/// </summary>
[Mutant("M-R28", Kills = "RLC-05", Says = "LOST UPDATE")]
internal sealed class LosesOneUpdateInTenThousand(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
        Random.Shared.Next(10_000) == 0
            ? await Inner.CurrentAsync(key, cancellationToken) + amount
            : await Inner.IncrementAsync(key, amount, window, cancellationToken);
}
