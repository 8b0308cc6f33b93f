using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Sweeps a window away that a caller has just opened anew.</summary>
[StorageDriver("sweeping")]
public sealed class SweepingCounter(TimeProvider time) : IRateLimitCounter
{
    readonly ConcurrentDictionary<string, Slot> _slots = new();

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var slot = _slots.AddOrUpdate(
            key,
            _ => new(amount, now + window),
            (_, stored) => stored.Ends <= now
                ? new(amount, now + window)
                : stored with { Total = stored.Total + amount });
        return new(slot.Total);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_slots.TryGetValue(key, out var slot) && slot.Ends > time.GetUtcNow() ? slot.Total : 0);

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _slots.TryRemove(key, out _);
        return default;
    }

    /// <summary>Removes the windows that are over.</summary>
    public void Sweep()
    {
        foreach (var pair in _slots)
            if (pair.Value.Ends <= time.GetUtcNow())
                _slots.TryRemove(pair.Key, out _); // SK2018
    }

    sealed record Slot(ulong Total, DateTimeOffset Ends);
}
