namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R12", Kills = "RLC-11", Says = "was refused with StorageException")]
internal sealed class ThrowsButHasCounted(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var tooLong = window > TimeSpan.FromDays(365_000);
        var total = await Inner.IncrementAsync(key, amount, tooLong ? TimeSpan.MaxValue : window, cancellationToken);
        return tooLong ? throw new StorageException(StorageErrorKind.Serialization, "invalid expire time") : total;
    }
}
