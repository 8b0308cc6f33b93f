using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Increments and reads of a key are linearizable.</summary>
[Clause(
    "RLC-06", "Increments and reads of a key are linearizable.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class RLC06_LinearizableWithReads : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int OperationsEach = 100;
    static readonly string[] s_keys = ["left", "right"];

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
            for (var i = 0; i < OperationsEach; i++)
            {
                var key = $"{s_keys[random.Next(s_keys.Length)]} {round}";
                // An increment by 0 is a read as well.
                var amount = (ulong)random.Next(0, 4);
                if (random.Next(2) == 0) await record.CurrentAsync(store, key, token).ConfigureAwait(false);
                else await record.IncrementAsync(store, key, amount, TimeSpan.FromHours(1), token)
                    .ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(PerKey.Check(history, operations => CounterChecker.Check(operations)), history);
    }
}
