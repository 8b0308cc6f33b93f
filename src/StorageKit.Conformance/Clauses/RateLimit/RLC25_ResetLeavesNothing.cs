using System.Numerics;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>After a reset returned, no total contains an increment that had returned before it began.</summary>
/// <remarks>Each increment adds a bit of its own, so a total names the increments in it.</remarks>
[Clause(
    "RLC-25", "After a reset returned, no total contains an increment that had returned before it began.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class RLC25_ResetLeavesNothing : Clause<IRateLimitCounter>
{
    const int RoundsTogether = 10;
    const int MostTimes = 25;
    const int Incrementers = 8;
    const int IncrementsEach = 5;
    const int MaxResets = 40;

    protected override ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context) =>
        context.RepeatAsync(MostTimes, time => RaceAsync(store, context, time));

    async ValueTask RaceAsync(IRateLimitCounter store, ClauseContext context, int time)
    {
        var recorder = context.NewRecorder(this);
        for (var round = 0; round < RoundsTogether; round++)
            await RoundAsync(store, context, recorder, (time * RoundsTogether) + round).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        foreach (var (_, operations) in history.ByKey()) CheckKey(history, operations);
    }

    static async Task RoundAsync(IRateLimitCounter store, ClauseContext context, HistoryRecorder recorder, int round)
    {
        var key = $"round {round}";
        var token = context.CancellationToken;
        var incrementing = Incrementers;
        await context.RunCallersAsync(Incrementers + 1, async caller =>
        {
            var (random, record) = (context.RandomFor(caller, round), recorder.AddCaller());
            if (caller == Incrementers)
            {
                for (var i = 0; i < MaxResets && Volatile.Read(ref incrementing) > 0; i++)
                {
                    await record.ResetAsync(store, key, token).ConfigureAwait(false);
                    await record.CurrentAsync(store, key, token).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
                return;
            }
            for (var i = 0; i < IncrementsEach; i++)
            {
                var amount = 1ul << ((caller * IncrementsEach) + i);
                await record.IncrementAsync(store, key, amount, TimeSpan.FromHours(1), token).ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
            Interlocked.Decrement(ref incrementing);
        }).ConfigureAwait(false);
    }

    static void CheckKey(History history, IReadOnlyList<Operation> operations)
    {
        var byBit = operations.Where(o => o.Kind == OperationKind.Increment)
            .ToDictionary(o => BitOperations.TrailingZeroCount(o.Argument.Number!.Value));
        var resets = operations.Where(o => o.Kind == OperationKind.Reset).ToArray();
        foreach (var seen in operations.Where(o => o.Kind != OperationKind.Reset))
        {
            for (var rest = seen.Result.Number!.Value; rest != 0; rest &= rest - 1)
            {
                if (!byBit.TryGetValue(BitOperations.TrailingZeroCount(rest), out var increment))
                    throw new ClauseViolationException(
                        $"GARBAGE TOTAL: {Show(seen)} contains what nobody added", history, [seen]);
                if (resets.FirstOrDefault(r => increment.Precedes(r) && r.Precedes(seen)) is { } reset)
                    throw new ClauseViolationException(
                        $"SURVIVED A RESET: {Show(seen)} contains {Show(increment)}, " +
                        $"which {Show(reset)} had ended in between", history, [increment, reset, seen]);
            }
        }

        string Show(Operation operation) => operation.Describe(history.Origin);
    }
}
