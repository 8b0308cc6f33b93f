using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-W01", Kills = "RLC-24", Says = "keys are left after their windows")]
internal sealed class ExpiredKeysStayInTheBackend : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Counter), shared: true, new Backend());

    internal sealed class Backend : IResourceProbe
    {
        internal ConcurrentDictionary<string, bool> Keys { get; } = [];

        public ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) => new(1);

        public ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
            new(Keys.Count);
    }

    internal sealed class Counter(IRateLimitCounter inner, Backend backend) : CounterMutant(inner)
    {
        public override ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            backend.Keys[key] = true;
            return base.IncrementAsync(key, amount, window, cancellationToken);
        }
    }
}
