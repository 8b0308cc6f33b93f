using StorageKit;

namespace BrokenDriver;

/// <summary>Counts for all keys in one field, and loses what two callers count at once.</summary>
[StorageDriver("one-field")]
public sealed class OneFieldCounter : IRateLimitCounter
{
    ulong _total;

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        _total += amount; // SK2007
        return new(_total);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(Interlocked.Read(ref _total));

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        Interlocked.Exchange(ref _total, 0);
        return default;
    }
}
