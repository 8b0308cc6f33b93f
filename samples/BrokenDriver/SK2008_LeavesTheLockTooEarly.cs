using StorageKit;

namespace BrokenDriver;

/// <summary>The lock is left between the read and the write: two callers compute the same total.</summary>
[StorageDriver("short-lock")]
public sealed class ShortLockCounter : IRateLimitCounter
{
    readonly object _gate = new();
    readonly Dictionary<string, ulong> _totals = [];

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        ulong total;
        lock (_gate)
            total = _totals.GetValueOrDefault(key) + amount;
        lock (_gate)
            _totals[key] = total; // SK2008
        return new(total);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return new(_totals.GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            _totals.Remove(key);
        return default;
    }
}
