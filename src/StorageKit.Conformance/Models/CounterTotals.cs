namespace StorageKit.Conformance.Models;

/// <summary>Fixed windows by key, and what time it is for them.</summary>
internal sealed class CounterTotals
{
    readonly Dictionary<string, (ulong Total, TimeSpan Opened, TimeSpan Length)> _windows = [];
    TimeSpan _now;

    /// <summary>Lets time go by.</summary>
    internal void Pass(TimeSpan by) => _now += by;

    /// <summary>The total of the window that is open; 0 when none is.</summary>
    internal ulong Current(string key) => IsOpen(key) ? _windows[key].Total : 0;

    /// <summary>Adds to the window that is open, or opens one of this length.</summary>
    internal ulong Increment(string key, ulong amount, TimeSpan window)
    {
        var (total, opened, length) = IsOpen(key) ? _windows[key] : (0, _now, window);
        total = total > ulong.MaxValue - amount ? ulong.MaxValue : total + amount;
        _windows[key] = (total, opened, length);
        return total;
    }

    /// <summary>Ends the window.</summary>
    internal void Reset(string key) => _windows.Remove(key);

    bool IsOpen(string key) => _windows.TryGetValue(key, out var window)
        && (window.Length == TimeSpan.MaxValue || _now - window.Opened < window.Length);
}
