using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Finds two values that cannot both have been there when their operations say so.</summary>
static class RegisterZones
{
    public static Verdict? FindConflict(IEnumerable<RegisterZone> zones)
    {
        var seen = zones.Where(z => z.IsSeen).ToList();
        var forward = seen.Where(z => z.IsForward).OrderBy(z => z.Start).ToArray();
        for (var i = 1; i < forward.Length; i++)
            if (forward[i].Start < forward[i - 1].End) return Overlap(forward[i - 1], forward[i]);

        // Forward zones are disjoint from here on: only the last one that begins before can hold a backward zone.
        var starts = Array.ConvertAll(forward, z => z.Start);
        foreach (var backward in seen.Where(z => !z.IsForward))
        {
            var index = LastBelow(starts, backward.Start);
            if (index >= 0 && forward[index].End > backward.End) return Within(backward, forward[index]);
        }

        return null;
    }

    /// <summary>The last index with a value less than <paramref name="limit"/>, or -1.</summary>
    static int LastBelow(long[] ascending, long limit)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] < limit) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    static Verdict Overlap(RegisterZone first, RegisterZone second) => Verdict.Violation(
        Anomaly.StaleRead,
        name => $"two values outlived each other: {Show(first)} was there from {From(first, name)} until " +
            $"{name(first.LastBegun!)}, and {Show(second)} from {From(second, name)} until {name(second.LastBegun!)}",
        Operations(first, second));

    static Verdict Within(RegisterZone inner, RegisterZone outer) => Verdict.Violation(
        Anomaly.StaleRead,
        name => $"{Show(outer)} was there from {From(outer, name)} and still at {name(outer.LastBegun!)}, although " +
            $"{Show(inner)} came wholly in between with {name(inner.FirstEnded!)}",
        Operations(outer, inner));

    static string Show(RegisterZone zone) => zone.Value.IsNone ? "absent" : zone.Value.ToString();

    static string From(RegisterZone zone, Func<Operation, string> name) =>
        zone.FirstEnded is { } operation ? name(operation) : "the start";

    static IEnumerable<Operation> Operations(params RegisterZone[] zones) =>
        zones.SelectMany(z => new[] { z.FirstEnded, z.LastBegun }).OfType<Operation>();
}
