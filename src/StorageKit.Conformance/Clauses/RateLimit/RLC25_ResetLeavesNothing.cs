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
    const int Keys = 20;
    const int Incrementers = 8;
    const int IncrementsEach = 5;
    const int Resets = 5;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Incrementers + 1, async caller =>
        {
            var record = recorder.AddCaller();
            for (var key = 0; key < Keys; key++)
            {
                for (var i = 0; caller == Incrementers && i < Resets; i++)
                {
                    await record.ResetAsync(store, $"key {key}", token).ConfigureAwait(false);
                    await record.CurrentAsync(store, $"key {key}", token).ConfigureAwait(false);
                }
                for (var i = 0; caller < Incrementers && i < IncrementsEach; i++)
                    await record.IncrementAsync(
                        store, $"key {key}", 1ul << ((caller * IncrementsEach) + i), TimeSpan.FromHours(1), token)
                        .ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        foreach (var (_, operations) in history.ByKey()) CheckKey(history, operations);
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
                        $"GARBAGE TOTAL: {seen.Describe(history.Origin)} contains what nobody added", history, [seen]);
                if (resets.FirstOrDefault(r => increment.Precedes(r) && r.Precedes(seen)) is { } reset)
                    throw new ClauseViolationException(
                        $"SURVIVED A RESET: {seen.Describe(history.Origin)} contains {increment.Describe(history.Origin)}, " +
                        $"which {reset.Describe(history.Origin)} had ended in between", history, [increment, reset, seen]);
            }
        }
    }
}
