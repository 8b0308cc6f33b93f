using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-Z43", Kills = "RLC-08", Says = "increments by 1 were acknowledged: some were lost")]
internal sealed class FailedIncrementsAreTakenBack : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IRateLimitCounter>((inner, _, _) => new Counter(inner));

    // It is not known whether there is anything to be taken back.
    sealed class Counter(IRateLimitCounter inner) : CounterMutant(inner)
    {
        readonly Lock _lock = new();
        ulong _owed;

        public override async ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            ulong paid;
            lock (_lock) (paid, _owed) = (Math.Min(_owed, amount), _owed - Math.Min(_owed, amount));
            try
            {
                return await Inner.IncrementAsync(key, amount - paid, window, cancellationToken);
            }
            catch (StorageException)
            {
                lock (_lock) _owed += amount;
                throw;
            }
        }
    }
}
