using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Decides in O(n log n) (n: operations and entries read) whether an append-only log's history is linearizable. Exact.
/// </summary>
/// <remarks>
/// The last read that begins is the final read-back; make it after all callers have ended. Each entry is stored once:
/// emitting an id again, as after a time-out, succeeds and stores nothing more. Every read must be the beginning of the
/// longest one, whose order is the order of the entries; nothing that ended before another began may stand behind it.
/// </remarks>
public static class LogChecker
{
    /// <summary>Checks the operations of one log: <see cref="OperationKind.Emit"/> and
    /// <see cref="OperationKind.ReadLog"/>.</summary>
    /// <param name="operations">In any order.</param>
    /// <exception cref="ArgumentException">More than one key, or a read without a list.</exception>
    public static Verdict Check(IReadOnlyList<Operation> operations)
    {
        CheckerInput.Require(operations);
        if (operations.FirstOrDefault(o => o.Kind is not (OperationKind.Emit or OperationKind.ReadLog)) is { } other)
            return Verdict.Inconclusive($"{other} is not a log's operation.");

        var history = new LogHistory(operations);
        if (history.Final is not { } final || history.Longest is not { } longest) return Verdict.Linearizable;
        return LogEntries.FindWrong(history, final)
            ?? LogEntries.FindLost(history, final)
            ?? LogEntries.FindWrong(history, longest)
            ?? LogEntries.FindRewritten(history, longest)
            ?? FindInversion(history, longest)
            ?? Verdict.Linearizable;
    }

    static Verdict? FindInversion(LogHistory history, Operation longest)
    {
        if (RealTimeOrder.FindInversion(Place(history, longest)) is not { } inversion) return null;
        var (earlier, later) = (inversion.Earlier.Ended, inversion.Later.Begun);
        return (earlier.Kind, later.Kind) switch
        {
            (_, OperationKind.ReadLog) => Verdict.Violation(
                Anomaly.StaleRead,
                name => $"{name(later)} misses what {name(earlier)} had stored or seen before",
                earlier, later),
            (OperationKind.ReadLog, _) => Verdict.Violation(
                Anomaly.TimeTravel,
                name => $"{name(earlier)} had ended with the entry of {name(later)} in it",
                earlier, later),
            _ => Verdict.Violation(
                Anomaly.Reordered,
                name => $"{name(later)} stands before {name(earlier)}, which had ended before",
                earlier, later),
        };
    }

    // Entry i stands at 2i+2, a read of n entries at 2n+1. Acknowledged entries that even the longest read does not
    // show come after it, in any order.
    static List<Placed> Place(LogHistory history, Operation longest)
    {
        var placed = new List<Placed>();
        var shown = LogHistory.Entries(longest);
        for (var i = 0; i < shown.Count; i++)
            placed.Add(history.Emits[shown[i]].At(2 * ((UInt128)i + 1)));

        var known = shown.ToHashSet();
        foreach (var (id, emit) in history.Emits)
            if (emit.IsAcknowledged && !known.Contains(id)) placed.Add(emit.At(2 * ((UInt128)shown.Count + 1)));

        foreach (var read in history.Reads)
            placed.Add(new Placed((2 * (UInt128)LogHistory.Entries(read).Count) + 1, read));
        return placed;
    }
}
