namespace StorageKit.Shared;

/// <summary>Clock readings that can be stored, compared between processes and never go back: the wall clock as it was
/// at the opening plus what the monotonic clock has counted since. A jump of the wall clock neither frees nor locks a
/// key.</summary>
internal sealed class SteadyClock(TimeProvider time)
{
    readonly long _openedAtTicks = time.GetUtcNow().UtcTicks;
    readonly long _openedAt = time.GetTimestamp();

    /// <summary>Ticks of 100 ns since 0001-01-01 UTC.</summary>
    internal long NowTicks
    {
        get
        {
            // Whole numbers all the way: a double would end a window one tick early or late.
            var elapsed = (Int128)(time.GetTimestamp() - _openedAt) * TimeSpan.TicksPerSecond / time.TimestampFrequency;
            return _openedAtTicks + (long)elapsed;
        }
    }

    /// <summary>When something that begins now and lasts so long is over; <see cref="long.MaxValue"/> is
    /// never.</summary>
    internal static long After(long now, TimeSpan length) =>
        length.Ticks > long.MaxValue - now ? long.MaxValue : now + length.Ticks;

    /// <summary>What is stamped with this time or an earlier one is over.</summary>
    internal static long Cutoff(long now, TimeSpan? timeToLive) =>
        timeToLive is { } ttl ? now - ttl.Ticks : long.MinValue;

    internal static DateTimeOffset ToTime(long ticks) => new(ticks, TimeSpan.Zero);
}
