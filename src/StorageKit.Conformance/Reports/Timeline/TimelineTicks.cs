using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance;

/// <summary>The times that are written on the axis: round numbers of milliseconds, few enough for a phone.</summary>
internal static class TimelineTicks
{
    const double LeastDistance = 18; // percent
    const double LastPlace = 85;

    internal static IEnumerable<(long Time, string Label)> Of(TimelineScale scale, long origin)
    {
        var next = 0.0;
        foreach (var (start, end, from, to) in scale.Segments)
        {
            var step = Step((to - from) / Math.Max(1, end - start));
            for (var time = origin + (long)(Math.Ceiling((start - origin) / step) * step); time <= end;
                time += Math.Max(1, (long)step))
            {
                var at = scale.At(time);
                if (at < next || at > LastPlace) continue;
                next = at + LeastDistance;
                yield return (time, Label(time - origin));
            }
        }
    }

    static string Label(long ticks) =>
        (ticks * 1000.0 / Stopwatch.Frequency).ToString("#,0.######", CultureInfo.InvariantCulture) + " ms";

    // The least of 1, 2, 5, 10, 20, 50 … ticks whose labels do not touch.
    static double Step(double percentPerTick)
    {
        for (var power = 1.0; ; power *= 10)
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
                if (power * factor * percentPerTick >= LeastDistance) return power * factor;
    }
}
