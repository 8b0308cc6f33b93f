using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Each call is safe, the pair is not: two callers read the same total.</summary>
[StorageDriver("check-then-act")]
public sealed class CheckThenActCounter : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, ulong> _totals = new();

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        _totals.TryGetValue(key, out var total);
        _totals[key] = total + amount; // SK2005
        return new(total + amount);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_totals.GetValueOrDefault(key));

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _totals.TryRemove(key, out _);
        return default;
    }
}
