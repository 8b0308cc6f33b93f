using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>How the acknowledged increments' units cover the total.</summary>
static class CounterTiling
{
    /// <summary>Two increments that own the same unit, or one that owns units below the start; null when there are
    /// none.</summary>
    public static Verdict? FindOverlap(CounterHistory history)
    {
        var covered = history.Initial;
        Operation? below = null;
        foreach (var increment in history.Increments)
        {
            var (total, amount) = (CounterHistory.Total(increment), CounterHistory.Amount(increment));
            if (total < history.Initial || total - history.Initial < amount) return Garbage(increment, history.Initial);
            if (below is not null && total - amount < covered)
                return LostUpdate(below, increment, Math.Max(total - amount, Start(below)), covered);
            (covered, below) = (total, increment);
        }

        return null;
    }

    /// <summary>The units without an owner, ascending. Call it only when there is no overlap.</summary>
    public static List<CounterGap> Gaps(CounterHistory history)
    {
        var gaps = new List<CounterGap>();
        var covered = history.Initial;
        foreach (var increment in history.Increments)
        {
            if (Start(increment) > covered) gaps.Add(new CounterGap(covered, Start(increment), increment));
            covered = CounterHistory.Total(increment);
        }

        if (history.Top is { } top && CounterHistory.Total(top) > covered)
            gaps.Add(new CounterGap(covered, CounterHistory.Total(top), top));
        return gaps;
    }

    static ulong Start(Operation increment) => CounterHistory.Total(increment) - CounterHistory.Amount(increment);

    static Verdict LostUpdate(Operation first, Operation second, ulong from, ulong to) => Verdict.Violation(
        Anomaly.LostUpdate,
        name => $"{name(first)} and {name(second)} both own ({from},{to}]",
        first, second);

    static Verdict Garbage(Operation increment, ulong initial) => Verdict.Violation(
        Anomaly.GarbageTotal,
        name => $"{name(increment)} is less than its own amount above the start, {initial}",
        increment);
}
