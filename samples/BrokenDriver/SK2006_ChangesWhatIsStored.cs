using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Counts in the stored object, which two callers' delegates change at once.</summary>
[StorageDriver("impure-delegate")]
public sealed class ImpureDelegateCounter : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, Slot> _slots = new();

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var slot = _slots.AddOrUpdate(
            key,
            _ => new Slot { Total = amount },
            (_, stored) =>
            {
                stored.Total += amount; // SK2006
                return stored;
            });
        return new(slot.Total);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_slots.TryGetValue(key, out var slot) ? slot.Total : 0);

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _slots.TryRemove(key, out _);
        return default;
    }

    sealed class Slot
    {
        internal ulong Total { get; set; }
    }
}
