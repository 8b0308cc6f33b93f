using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Increments, reads and resets of a key are linearizable.</summary>
/// <remarks>Every amount of a key is another power of two, so that a total is the set of increments since a reset.
/// </remarks>
[Clause(
    "RLC-07", "Increments, reads and resets of a key are linearizable.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class RLC07_LinearizableWithResets : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int Keys = 16;
    const int IncrementsEach = 4;
    const int ReadEvery = 4;

    const int MostRounds = 25;

    protected override ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(store, context, round));

    async ValueTask RaceAsync(IRateLimitCounter store, ClauseContext context, int round)
    {
        var token = context.CancellationToken;
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            var record = recorder.AddCaller();
            for (var key = 0; key < Keys; key++)
            {
                // A caller in four resets this key, at a place of its own; 8 * (4 + 1) + 2 operations a key.
                var resetAt = (caller + key) % 4 == 0 ? random.Next(IncrementsEach) : -1;
                var name = $"key {round} {key}";
                for (var i = 0; i < IncrementsEach; i++)
                {
                    if (i == resetAt) await record.ResetAsync(store, name, token).ConfigureAwait(false);
                    var amount = 1ul << ((caller * IncrementsEach) + i);
                    await record.IncrementAsync(store, name, amount, TimeSpan.FromHours(1), token)
                        .ConfigureAwait(false);
                    if (random.Next(ReadEvery) == 0) await record.CurrentAsync(store, name, token)
                        .ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(
            PerKey.Check(history, operations => LinearizabilitySearch.Check<CounterModel, ulong>(default, operations)),
            history);
    }
}
