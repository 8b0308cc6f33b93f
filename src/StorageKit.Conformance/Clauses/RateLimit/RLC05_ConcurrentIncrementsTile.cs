using System.Diagnostics;
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
    const int MinIncrementsEach = 150;
    const int MaxIncrementsEach = 5000;

    /// <summary>How long callers go on after the least that has to be done: a fast driver shows what it loses once in
    /// thousands of calls, and a slow one does not take minutes.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var recorder = context.NewRecorder(this);
        var began = Stopwatch.GetTimestamp();
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller);
            var record = recorder.AddCaller();
            for (var i = 0; i < MaxIncrementsEach; i++)
            {
                if (i >= MinIncrementsEach && Stopwatch.GetElapsedTime(began) > Patience) return;
                var amount = (ulong)random.Next(1, 5);
                await record.IncrementAsync(store, "tile", amount, TimeSpan.FromHours(1), context.CancellationToken)
                    .ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
        await FirstIncrements.RaceAsync(store, context).ConfigureAwait(false);
    }
}
