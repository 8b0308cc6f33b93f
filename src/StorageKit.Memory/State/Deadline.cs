namespace StorageKit.Memory;

/// <summary>Moments at which something is over, in the unit of <see cref="TimeProvider.GetTimestamp"/>: a monotonic
/// clock, so that steps of the wall clock neither free nor lock anything.</summary>
internal static class Deadline
{
    internal const long Never = long.MaxValue;

    /// <summary>The first timestamp at which the elapsed time is at least <paramref name="length"/>. Exact for every
    /// length and frequency.</summary>
    internal static long After(long start, TimeSpan length, long frequency)
    {
        if (length == TimeSpan.MaxValue) return Never;
        // Rounded up: with a clock coarser than a tick, what is not wholly elapsed is not over.
        var units = ((Int128)length.Ticks * frequency + (TimeSpan.TicksPerSecond - 1)) / TimeSpan.TicksPerSecond;
        var end = start + units;
        return end >= Never ? Never : (long)end;
    }

    /// <summary>How long it is until a deadline that has not come; rounded up, so that it is never zero.</summary>
    internal static TimeSpan Remaining(long deadline, long now, long frequency)
    {
        if (deadline == Never) return TimeSpan.MaxValue;
        var ticks = ((Int128)(deadline - now) * TimeSpan.TicksPerSecond + (frequency - 1)) / frequency;
        return ticks >= long.MaxValue ? TimeSpan.MaxValue : new((long)ticks);
    }
}
