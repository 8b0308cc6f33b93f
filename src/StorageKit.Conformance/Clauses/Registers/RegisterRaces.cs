using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>What concurrent callers do to registers, and what must be true of it.</summary>
internal static class RegisterRaces
{
    const int Callers = 8;

    /// <summary>Writes and reads of a few keys are linearizable. No two writes have one value, so the check is exact.
    /// </summary>
    /// <param name="clause">Whose check it is.</param>
    /// <param name="context">Its context.</param>
    /// <param name="instances">The store, or several instances of it on one backend: callers take turns.</param>
    internal static async ValueTask WritesAndReadsAsync(Clause clause, ClauseContext context, params IRegister[] instances)
    {
        const int Keys = 3, OperationsEach = 80;
        var recorder = context.NewRecorder(clause);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var (random, record) = (context.RandomFor(caller), recorder.AddCaller());
            var register = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                var key = $"key {random.Next(Keys)}";
                if (random.Next(5) < 2)
                    await record.WriteAsync(register, key, Stamp(caller, i), context.CancellationToken).ConfigureAwait(false);
                else await record.ReadAsync(register, key, context.CancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(PerKey.Check(history, operations => RegisterChecker.Check(operations)), history);
    }

    /// <summary>Writes, reads and deletes of a key are linearizable: what a delete has removed stays away. "Absent" is
    /// written again and again, so this is a search, and each key has few operations.</summary>
    internal static async ValueTask WritesAndDeletesAsync(Clause clause, ClauseContext context, IRegister register)
    {
        const int Keys = 15, OperationsEach = 5;
        var recorder = context.NewRecorder(clause);
        var records = Enumerable.Range(0, Callers).Select(_ => recorder.AddCaller()).ToArray();
        var token = context.CancellationToken;
        foreach (var number in Enumerable.Range(0, Keys))
        {
            // All callers at one key at a time, so that they meet; then what is left in the end.
            var key = $"key {number}";
            await context.RunCallersAsync(Callers, async caller =>
            {
                var random = context.RandomFor((caller * Keys) + number);
                for (var i = 0; i < OperationsEach; i++) await (random.Next(5) switch
                {
                    0 or 1 => records[caller].WriteAsync(register, key, Stamp(caller, i), token),
                    2 => records[caller].DeleteAsync(register, key, token),
                    _ => records[caller].ReadAsync(register, key, token),
                }).ConfigureAwait(false);
            }).ConfigureAwait(false);
            await records[0].ReadAsync(register, key, token).ConfigureAwait(false);
        }
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(
            PerKey.Check(
                history,
                operations => LinearizabilitySearch.Check<RegisterModel, OperationValue>(default, operations)),
            history);
    }

    /// <summary>No read of one busy key shows parts of two writes.</summary>
    internal static async ValueTask ReadsAreWholeAsync(Clause clause, ClauseContext context, IRegister register)
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
                $"MIXED VALUE: {mixed.Describe(history.Origin)}, but every write has one number throughout", history, [mixed]);
    }

    static bool IsMixed(Operation operation) => operation.Kind == OperationKind.Read && operation.Result.Text is not null;

    static ulong Stamp(int caller, int index) => (ulong)((caller + 1) * 1000) + (ulong)index;
}
