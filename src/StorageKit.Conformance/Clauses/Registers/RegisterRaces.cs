using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>What concurrent callers do to registers, and what must be true of it.</summary>
internal static class RegisterRaces
{
    const int Callers = 8;
    const int MostRounds = 25;

    /// <summary>Writes and reads of a few keys are linearizable. No two writes have one value, so the check is exact.
    /// </summary>
    /// <param name="clause">Whose check it is.</param>
    /// <param name="context">Its context.</param>
    /// <param name="instances">The store, or several instances of it on one backend: callers take turns.</param>
    internal static ValueTask WritesAndReadsAsync(
        Clause clause, ClauseContext context, params IRegister[] instances) =>
        context.RepeatAsync(MostRounds, round => WritesAndReadsAsync(clause, context, instances, round));

    static async ValueTask WritesAndReadsAsync(
        Clause clause, ClauseContext context, IRegister[] instances, int round)
    {
        const int Keys = 3, OperationsEach = 80;
        var recorder = context.NewRecorder(clause);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var (random, record) = (context.RandomFor(caller, round), recorder.AddCaller());
            var register = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                var key = $"key {round} {random.Next(Keys)}";
                if (random.Next(5) < 2)
                    await record.WriteAsync(register, key, Stamp(caller, i), context.CancellationToken)
                        .ConfigureAwait(false);
                else await record.ReadAsync(register, key, context.CancellationToken).ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(PerKey.Check(history, operations => RegisterChecker.Check(operations)), history);
    }

    /// <summary>Writes, reads and deletes of a key are linearizable: what a delete has removed stays away. "Absent" is
    /// written again and again, so this is a search, and each key has few operations.</summary>
    internal static ValueTask WritesAndDeletesAsync(Clause clause, ClauseContext context, IRegister register) =>
        context.RepeatAsync(MostRounds, round => WritesAndDeletesAsync(clause, context, register, round));

    static async ValueTask WritesAndDeletesAsync(Clause clause, ClauseContext context, IRegister register, int round)
    {
        const int Keys = 15, OperationsEach = 5;
        var recorder = context.NewRecorder(clause);
        var records = Enumerable.Range(0, Callers).Select(_ => recorder.AddCaller()).ToArray();
        var token = context.CancellationToken;
        foreach (var number in Enumerable.Range(0, Keys))
        {
            // All callers at one key at a time, so that they meet; then what is left in the end.
            var key = $"key {round} {number}";
            await context.RunCallersAsync(Callers, async caller =>
            {
                var random = context.RandomFor((caller * Keys) + number, round);
                for (var i = 0; i < OperationsEach; i++)
                {
                    await (random.Next(5) switch
                    {
                        0 or 1 => records[caller].WriteAsync(register, key, Stamp(caller, i), token),
                        2 => records[caller].DeleteAsync(register, key, token),
                        _ => records[caller].ReadAsync(register, key, token),
                    }).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
            await records[0].ReadAsync(register, key, token).ConfigureAwait(false);
        }
        // And once more: what comes back late has had its time.
        for (var number = 0; number < Keys; number++)
            await records[0].ReadAsync(register, $"key {round} {number}", token).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(
            PerKey.Check(
                history,
                operations => LinearizabilitySearch.Check<RegisterModel, OperationValue>(default, operations)),
            history);
    }

    /// <summary>No read of one busy key shows parts of two writes.</summary>
    internal static ValueTask ReadsAreWholeAsync(Clause clause, ClauseContext context, IRegister register) =>
        context.RepeatAsync(MostRounds, _ => ReadsAreWholeOnceAsync(clause, context, register));

    static async ValueTask ReadsAreWholeOnceAsync(Clause clause, ClauseContext context, IRegister register)
    {
        const int WritesEach = 20, ReadsEach = 60;
        var recorder = context.NewRecorder(clause);
        await context.RunCallersAsync(2 * Callers, async caller =>
        {
            var record = recorder.AddCaller();
            var writes = caller % 2 == 0;
            for (var i = 0; i < (writes ? WritesEach : ReadsEach); i++)
            {
                if (writes)
                    await record.WriteAsync(register, "busy", Stamp(caller, i), context.CancellationToken)
                        .ConfigureAwait(false);
                else await record.ReadAsync(register, "busy", context.CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        if (history.Operations.FirstOrDefault(IsMixed) is { } mixed)
            throw new ClauseViolationException(
                $"MIXED VALUE: {mixed.Describe(history.Origin)}, but every write has one number throughout",
                history, [mixed]);
    }

    static bool IsMixed(Operation operation) =>
        operation.Kind == OperationKind.Read && operation.Result.Text is not null;

    static ulong Stamp(int caller, int index) => (ulong)((caller + 1) * 1000) + (ulong)index;
}
