namespace StorageKit.Conformance;

/// <summary>A clock that, when it is read, sometimes gives the processor away. A driver reads the time in the middle of
/// its work, so callers overlap there even on two cores, where a race would otherwise be seen once in millions of
/// calls. Thread-safe.</summary>
/// <param name="seed">Decides where it yields.</param>
/// <param name="inner">What time it is.</param>
internal sealed class YieldingClock(int seed, TimeProvider inner) : TimeProvider
{
    int _calls = seed;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        MaybeYield();
        return inner.GetUtcNow();
    }

    public override long GetTimestamp()
    {
        MaybeYield();
        return inner.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    void MaybeYield()
    {
        var hash = (uint)Interlocked.Increment(ref _calls) * 2654435761u;
        if (hash % 7 == 0) Thread.Yield();
        else if (hash % 97 == 0) Thread.Sleep(0);
    }
}
