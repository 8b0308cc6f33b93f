using StorageKit.Conformance.Tests.Mutants.RateLimit;
using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N61", Kills = "RLC-12", Says = "a total and its window have to be one step", Seen = "redis#4548")]
internal sealed class TotalThenItsExpiry : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IRateLimitCounter>(
        (inner, client, tenant) => new Counter(inner, client, tenant));

    sealed class Counter(IRateLimitCounter inner, WireClient client, TenantId tenant) : CounterMutant(inner)
    {
        public override async ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            using var reply = await client.CallAsync(WireFrame.Request(WireOperation.CounterAdd, tenant, w =>
            {
                w.Write(key);
                w.Write(amount);
            }), cancellationToken);
            var total = reply.ReadUInt64();
            if (total != amount) return total;
            using var done = await client.CallAsync(WireFrame.Request(WireOperation.CounterExpire, tenant, w =>
            {
                w.Write(key);
                w.Write(window.Ticks);
            }), cancellationToken);
            return total;
        }
    }
}
