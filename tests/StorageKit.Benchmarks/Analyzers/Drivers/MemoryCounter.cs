using System.Collections.Concurrent;
using StorageKit;

namespace Drivers.NNumber;

[StorageDriver("memory-counter-Number")]
public sealed class MemoryCounterNumber(TimeProvider time) : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        var found = _windows.GetOrAdd(key, static _ => new Window());
        lock (found.Gate)
        {
            var now = time.GetUtcNow();
            if (found.Ends <= now)
            {
                found.Total = 0;
                found.Ends = now + window;
            }
            found.Total = Add(found.Total, amount);
            return new(found.Total);
        }
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        if (!_windows.TryGetValue(key, out var found))
            return new(0UL);
        lock (found.Gate)
            return new(found.Ends <= time.GetUtcNow() ? 0UL : found.Total);
    }

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_windows.TryGetValue(key, out var found))
            lock (found.Gate)
                found.Ends = DateTimeOffset.MinValue;
        return default;
    }

    static ulong Add(ulong total, ulong amount) => ulong.MaxValue - total < amount ? ulong.MaxValue : total + amount;

    sealed class Window
    {
        public readonly object Gate = new();
        public ulong Total;
        public DateTimeOffset Ends;
    }
}
