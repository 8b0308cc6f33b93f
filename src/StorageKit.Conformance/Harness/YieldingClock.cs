namespace StorageKit.Conformance;

/// <summary>The system's clock, but reading it sometimes gives the processor away. A driver reads the time in the middle of
/// its work, so callers overlap there even on two cores, where a race would otherwise be seen once in millions of calls.
/// Thread-safe.</summary>
/// <param name="seed">Decides where it yields.</param>
internal sealed class YieldingClock(int seed) : TimeProvider
{
    int _calls = seed;

    public override DateTimeOffset GetUtcNow()
    {
        MaybeYield();
        return base.GetUtcNow();
    }

    public override long GetTimestamp()
    {
        MaybeYield();
        return base.GetTimestamp();
    }

    void MaybeYield()
    {
        var hash = (uint)Interlocked.Increment(ref _calls) * 2654435761u;
        if (hash % 7 == 0) Thread.Yield();
        else if (hash % 97 == 0) Thread.Sleep(0);
    }
}
