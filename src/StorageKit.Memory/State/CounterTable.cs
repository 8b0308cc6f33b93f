namespace StorageKit.Memory;

/// <summary>The windows of a tenant's counters.</summary>
/// <remarks>A window is opened and ended under the lock of its key, where the clock is read, so that no caller acts on
/// an older moment than one before it. Adding to a window that is open takes no lock: see <see cref="CounterRun"/>.
/// </remarks>
internal sealed class CounterTable(TimeProvider time)
{
    // Milliseconds between two looks for windows to reclaim by those who open none.
    const long ReclaimEvery = 100;

    readonly ExpiringTable<string, CounterWindow> _windows = new(time, static key => new(key));
    readonly CoarseClock _coarse = new(time);
    long _reclaimAt;

    internal int Count => _windows.Count;

    /// <summary>Adds to the window of a key that has been found valid before; false when none is open for
    /// sure.</summary>
    internal bool TryAdd(string key, ulong amount, out ulong total)
    {
        total = 0;
        if (_windows.Find(key) is not { Run: { } run }) return false;
        var now = _coarse.Now;
        if (now > run.SureUntil) return false;
        total = run.Add(amount);
        if (now >= Volatile.Read(ref _reclaimAt)) Reclaim(now);
        return true;
    }

    internal ulong Increment(string key, ulong amount, TimeSpan length)
    {
        while (true)
        {
            var window = _windows.FindOrAdd(key);
            ulong total;
            long now;
            lock (window)
            {
                if (window.IsRemoved) continue;
                var before = _coarse.Now;
                now = time.GetTimestamp();
                if (window.Run is not { } run || now >= run.Deadline)
                {
                    _windows.ExpireAfter(window, now, length);
                    window.Run = run = new(window.Deadline, _coarse.SureUntil(before, length));
                }
                total = run.Add(amount);
            }
            _windows.Reclaim(now);
            return total;
        }
    }

    internal ulong Current(string key)
    {
        // Ended while we held it: that moment, between then and now, is when we read 0.
        if (_windows.Find(key) is not { Run: { } run }) return 0;
        // The total first: read after the clock, it might hold what was added after the deadline.
        var total = run.Total;
        return time.GetTimestamp() >= run.Deadline ? 0 : total;
    }

    /// <summary>The windows that are running, one by one while the table goes on.</summary>
    internal IEnumerable<RateLimitWindow> Running => _windows.Keys.Select(Describe).OfType<RateLimitWindow>();

    internal void Reset(string key)
    {
        if (_windows.Find(key) is not { } window) return;
        lock (window)
        {
            window.Run = null;
            _windows.Remove(window);
        }
    }

    // Several may do it at once; each entry is taken out by one.
    void Reclaim(long now)
    {
        Volatile.Write(ref _reclaimAt, now + ReclaimEvery);
        _windows.Reclaim(time.GetTimestamp());
    }

    RateLimitWindow? Describe(string key)
    {
        if (_windows.Find(key) is not { Run: { } run }) return null;
        var total = run.Total;
        var now = time.GetTimestamp();
        return now >= run.Deadline
            ? null
            : new(key, total, Deadline.Remaining(run.Deadline, now, time.TimestampFrequency));
    }
}
