using StorageKit;

namespace BrokenDriver;

/// <summary>Each call locks an object of its own, so nobody ever waits.</summary>
[StorageDriver("own-lock")]
public sealed class OwnLockCounter : IRateLimitCounter
{
    readonly Dictionary<string, ulong> _totals = [];

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        lock (new object()) // SK2009
            return new(_totals[key] = _totals.GetValueOrDefault(key) + amount);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_totals.GetValueOrDefault(key));

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _totals.Remove(key);
        return default;
    }
}
