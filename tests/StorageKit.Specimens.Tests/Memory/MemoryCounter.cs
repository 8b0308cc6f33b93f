namespace StorageKit.Specimens.Tests.Memory;

/// <summary>A map of windows by key. Whole seconds, as the reference's <c>window_secs</c>.</summary>
internal sealed class MemoryCounter(TimeProvider time) : IRateLimitCounter
{
    readonly Dictionary<string, (long Start, TimeSpan Length, ulong Total)> _windows = new(StringComparer.Ordinal);

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetTimestamp();
        lock (_windows)
        {
            if (!_windows.TryGetValue(key, out var open) || IsOver(open.Start, open.Length, now))
                open = (now, window, 0);
            open.Total = ulong.MaxValue - open.Total < amount ? ulong.MaxValue : open.Total + amount;
            // Nothing ever takes it out again but a reset.
            _windows[key] = open;
            return new(open.Total);
        }
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetTimestamp();
        lock (_windows)
            return new(
                _windows.TryGetValue(key, out var open) && !IsOver(open.Start, open.Length, now) ? open.Total : 0);
    }

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_windows) _windows.Remove(key);
        return default;
    }

    bool IsOver(long start, TimeSpan length, long now) => time.GetElapsedTime(start, now) >= length;
}
