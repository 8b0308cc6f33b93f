using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-R26", Kills = "GEN-07", Says = ", cancelled ")]
internal sealed class CancelledIncrementIsAppliedLater : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IRateLimitCounter>((inner, _, _) => new Counter(inner));

    sealed class Counter(IRateLimitCounter inner) : CounterMutant(inner)
    {
        public override async ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            try
            {
                return await Inner.IncrementAsync(key, amount, window, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _ = Task.Run(async () => await Inner.IncrementAsync(key, amount, window), CancellationToken.None);
                throw;
            }
        }
    }
}
