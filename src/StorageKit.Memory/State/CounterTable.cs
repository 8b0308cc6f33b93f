namespace StorageKit.Memory;

/// <summary>The windows of a tenant's counters. The clock is read under the window's lock, so that no caller acts on an
/// older moment than one before it.</summary>
internal sealed class CounterTable(TimeProvider time)
{
    readonly ExpiringTable<string, CounterWindow> _windows = new(time, static key => new(key));

    internal int Count => _windows.Count;

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
                now = time.GetTimestamp();
                if (!window.IsOpen || now >= window.Deadline)
                {
                    window.Start();
                    _windows.ExpireAfter(window, now, length);
                }
                total = window.Add(amount);
            }
            _windows.Reclaim(now);
            return total;
        }
    }

    internal ulong Current(string key)
    {
        if (_windows.Find(key) is not { } window) return 0;
        // Removed while we held it: that moment, between then and now, is when we read 0.
        lock (window)
            return window.IsRemoved || !window.IsOpen || time.GetTimestamp() >= window.Deadline ? 0 : window.Total;
    }

    /// <summary>The windows that are running, one by one while the table goes on.</summary>
    internal IEnumerable<RateLimitWindow> Running => _windows.Keys.Select(Describe).OfType<RateLimitWindow>();

    RateLimitWindow? Describe(string key)
    {
        if (_windows.Find(key) is not { } window) return null;
        lock (window)
        {
            var now = time.GetTimestamp();
            return window.IsRemoved || !window.IsOpen || now >= window.Deadline
                ? null
                : new(key, window.Total, Deadline.Remaining(window.Deadline, now, time.TimestampFrequency));
        }
    }

    internal void Reset(string key)
    {
        if (_windows.Find(key) is not { } window) return;
        lock (window) _windows.Remove(window);
    }
}
