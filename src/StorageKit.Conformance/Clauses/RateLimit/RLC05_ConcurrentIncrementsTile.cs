using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Concurrent increments tile: no two callers ever own the same unit.</summary>
/// <remarks>An increment of a that returns t owns the interval (t-a, t]. The intervals of all callers have to be
/// disjoint and
/// to cover (0, N] without a gap.</remarks>
[Clause(
    "RLC-05", "Concurrent increments tile: no two callers ever own the same unit.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class RLC05_ConcurrentIncrementsTile : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int IncrementsEach = 100;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller);
            var record = recorder.AddCaller();
            for (var i = 0; i < IncrementsEach; i++)
            {
                var amount = (ulong)random.Next(1, 5);
                await record.IncrementAsync(store, "tile", amount, TimeSpan.FromHours(1), context.CancellationToken)
                    .ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
    }
}
