using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Whether every read shows a total that existed.</summary>
static class CounterReads
{
    /// <summary>A read of a value below the start, within the units of one increment, or beside the steps of a gap that
    /// unknown increments fill; null when there is none.</summary>
    public static Verdict? FindGarbage(CounterHistory history)
    {
        var step = history.UnknownAmount;
        foreach (var read in history.Observations)
        {
            var value = CounterHistory.Total(read);
            if (value < history.Initial) return Garbage(read, $"is below the start, {history.Initial}");

            var index = Array.BinarySearch(history.Totals, value);
            if (index >= 0) continue;
            var above = ~index < history.Increments.Length ? history.Increments[~index] : null;
            var below = ~index > 0 ? history.Totals[~index - 1] : history.Initial;
            if (above is not null && value > CounterHistory.Total(above) - CounterHistory.Amount(above))
                return Within(read, above);
            if (step > 0 && (value - below) % step != 0)
                return Garbage(read, $"is no number of steps of {step} above {below}, and only those are unknown");
        }

        return null;
    }

    static Verdict Within(Operation read, Operation increment) => Verdict.Violation(
        Anomaly.GarbageRead,
        name => $"{name(read)} shows a part of {name(increment)}, which is applied whole or not at all",
        read, increment);

    static Verdict Garbage(Operation read, string why) =>
        Verdict.Violation(Anomaly.GarbageRead, name => $"{name(read)} {why}", read);
}
