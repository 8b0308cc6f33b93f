using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// Decides in O(n log n) whether a counter's history is linearizable. Exact, for histories without resets.
/// </summary>
/// <remarks>
/// <para>An acknowledged increment by a with the total t owns the units (t-a, t], so its place is known. The history is
/// linearizable when (1) no unit has two owners, (2) unknown increments can fill the units without an owner, (3) every
/// read is a total that existed, (4) nothing that ended before another began stands behind it, and (5) each unknown
/// increment that is needed was called before somebody saw it.</para>
/// <para>Give increments whose outcome may be unknown one and the same amount (1 is best): filling gaps with mixed
/// amounts is a subset-sum problem and answered with <see cref="VerdictStatus.Inconclusive"/>.</para>
/// </remarks>
public static class CounterChecker
{
    /// <summary>Checks the operations of one key: <see cref="OperationKind.Increment"/> and
    /// <see cref="OperationKind.Read"/>.</summary>
    /// <param name="operations">In any order.</param>
    /// <param name="initial">The total before the first operation.</param>
    /// <exception cref="ArgumentException">More than one key, or an acknowledged operation without a
    /// number.</exception>
    public static Verdict Check(IReadOnlyList<Operation> operations, ulong initial = 0)
    {
        CheckerInput.Require(operations);
        if (operations.FirstOrDefault(o => o.Kind is not (OperationKind.Increment or OperationKind.Read)) is { } other)
        {
            return Verdict.Inconclusive(
                $"{other} is neither an increment nor a read; use {nameof(LinearizabilitySearch)} with a model that " +
                "knows it.");
        }

        var history = new CounterHistory(operations, initial);
        if (history.MaySaturate)
        {
            return Verdict.Inconclusive(
                "The amounts add up to more than 2^64-1, where a counter saturates and a total no longer tells its " +
                "units. Use smaller amounts.");
        }

        if (CounterTiling.FindOverlap(history) is { } overlap) return overlap;
        var gaps = CounterTiling.Gaps(history);
        return CounterGaps.FindUnfillable(history, gaps)
            ?? CounterReads.FindGarbage(history)
            ?? FindInversion(history)
            ?? CounterGaps.FindEarly(history, gaps)
            ?? Verdict.Linearizable;
    }

    static Verdict? FindInversion(CounterHistory history)
    {
        if (RealTimeOrder.FindInversion(history.Placed()) is not { } inversion) return null;
        var (earlier, later) = (inversion.Earlier.Ended, inversion.Later.Begun);
        return CounterHistory.IsObservation(later)
            ? Verdict.Violation(
                Anomaly.StaleRead,
                name => $"{name(later)} is behind {name(earlier)}, which had ended before",
                earlier, later)
            : Verdict.Violation(
                Anomaly.TimeTravel,
                name => $"{name(later)} owns units below what {name(earlier)} saw, which had ended before",
                earlier, later);
    }
}
