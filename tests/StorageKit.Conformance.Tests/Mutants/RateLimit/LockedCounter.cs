namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>A correct counter under one lock, of which a mutant may replace a rule.</summary>
internal class LockedCounter(TimeProvider time) : IRateLimitCounter
{
    static readonly TimeSpan s_sweepEvery = TimeSpan.FromMinutes(10);

    readonly Lock _lock = new();
    readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    TimeSpan _lastSweep;

    protected TimeProvider Time => time;

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        Check(window);
        lock (_lock)
        {
            var now = Now();
            if (now - _lastSweep >= s_sweepEvery) Sweep(now);
            if (Find(key, now) is { } open)
            {
                Touch(open, amount, window, now);
            }
            else
            {
                open = new() { Start = StartOf(key, now, window), Length = window };
                if (Opens(amount)) _windows[KeyOf(key)] = open;
            }
            return new(open.Total = Add(open.Total, amount));
        }
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        lock (_lock) return new(Find(key, Now())?.Total ?? 0);
    }

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        lock (_lock) Reset(_windows, KeyOf(key));
        return default;
    }

    protected virtual TimeSpan Now() => time.GetElapsedTime(0);

    protected virtual void Check(TimeSpan window) => StorageArgument.Window(window);

    protected virtual bool IsOver(TimeSpan elapsed, TimeSpan length) => elapsed >= length;

    protected virtual bool Opens(ulong amount) => true;

    protected virtual TimeSpan StartOf(string key, TimeSpan now, TimeSpan length) => now;

    protected virtual void Touch(Window open, ulong amount, TimeSpan length, TimeSpan now) { }

    protected virtual ulong Add(ulong total, ulong amount) =>
        total > ulong.MaxValue - amount ? ulong.MaxValue : total + amount;

    protected virtual string KeyOf(string key) => key;

    protected virtual void Reset(IDictionary<string, Window> windows, string key) => windows.Remove(key);

    protected Window? Stored(string key) => _windows.GetValueOrDefault(KeyOf(key));

    // Only what is over for long: a mutant may look at the window that was over just now.
    protected virtual void Sweep(TimeSpan now)
    {
        _lastSweep = now;
        foreach (var (key, window) in _windows)
            if (IsOver(now - window.Start - s_sweepEvery, window.Length))
                _windows.Remove(key);
    }

    Window? Find(string key, TimeSpan now) =>
        Stored(key) is { } stored && !IsOver(now - stored.Start, stored.Length) ? stored : null;

    internal sealed class Window
    {
        internal TimeSpan Start { get; set; }
        internal TimeSpan Length { get; set; }
        internal ulong Total { get; set; }
    }
}
