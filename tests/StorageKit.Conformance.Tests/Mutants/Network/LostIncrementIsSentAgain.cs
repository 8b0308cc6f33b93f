using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N60", Kills = "RLC-10", Says = "the increment by 1 was applied 2 times")]
internal sealed class LostIncrementIsSentAgain : IMutantDriver
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
            catch (StorageException e) when (e.Kind == StorageErrorKind.Backend)
            {
                return await Inner.IncrementAsync(key, amount, window, cancellationToken);
            }
        }
    }
}
