using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Whether unknown increments can explain the units that no acknowledged increment owns.</summary>
static class CounterGaps
{
    /// <summary>A gap that the unknown increments' amounts cannot fill; null when there is none, or amounts are mixed
    /// and it cannot be ruled out.</summary>
    public static Verdict? FindUnfillable(CounterHistory history, List<CounterGap> gaps)
    {
        UInt128 available = 0;
        foreach (var increment in history.Unknown) available += CounterHistory.Amount(increment);
        var amount = history.UnknownAmount;
        UInt128 needed = 0;
        foreach (var gap in gaps)
        {
            needed += gap.Length;
            if (history.Unknown.Count == 0 || (amount > 0 && gap.Length % amount != 0)) return Phantom(gap);
            if (needed > available) return Exhausted(history, gap, needed, available);
        }

        return null;
    }

    /// <summary>An unknown increment that somebody saw before it was called; inconclusive when amounts are
    /// mixed.</summary>
    public static Verdict? FindEarly(CounterHistory history, List<CounterGap> gaps)
    {
        if (gaps.Count == 0) return null;
        var amount = history.UnknownAmount;
        if (amount == 0)
        {
            return Verdict.Inconclusive(
                "Increments with an unknown outcome have different amounts, and units without an owner must be " +
                "filled from them: a subset-sum problem. Give all increments that may time out the same amount.");
        }

        // Deadlines ascend with the total, so the earliest unknown increments go to the lowest gaps.
        var deadlines = new CounterDeadlines(history);
        var next = 0;
        foreach (var gap in gaps)
        {
            for (ulong filled = 0; filled < gap.Length; filled += amount)
            {
                var (unknown, seen) = (history.Unknown[next++], deadlines.FirstToSee(gap.From + filled + amount));
                if (unknown.Call > seen.Return) return Early(unknown, seen, gap);
            }
        }

        return null;
    }

    static Verdict Phantom(CounterGap gap)
    {
        var above = gap.Above;
        return CounterHistory.Amount(above) == gap.Length
            ? Verdict.Violation(
                Anomaly.DoubleApplication,
                name => $"nobody owns ({gap.From},{gap.To}], as if {name(above)}, just above, was applied twice",
                above)
            : Verdict.Violation(
                Anomaly.PhantomIncrement,
                name => $"nobody added the units ({gap.From},{gap.To}] that {name(above)} stands on",
                above);
    }

    static Verdict Exhausted(CounterHistory history, CounterGap gap, UInt128 needed, UInt128 available) =>
        Verdict.Violation(
            Anomaly.DoubleApplication,
            name => $"{needed} units up to {gap.To} have no owner, as {name(gap.Above)} shows, but the " +
                $"{history.Unknown.Count} increments with an unknown outcome add up to {available}: one was applied " +
                "twice",
            gap.Above);

    static Verdict Early(Operation unknown, Operation seen, CounterGap gap) => Verdict.Violation(
        Anomaly.TimeTravel,
        name => $"units of ({gap.From},{gap.To}] were there when {name(seen)} ended, but every increment left to " +
            $"explain them was called later, the first by {name(unknown)}",
        seen, unknown);
}
