using StorageKit;

namespace BrokenDriver;

/// <summary>One failure, and the semaphore is taken forever.</summary>
[StorageDriver("kept-lock")]
public sealed class KeptLockCounter : IRateLimitCounter, IDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly Dictionary<string, ulong> _totals = [];

    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken); // SK2011
        var total = checked(_totals.GetValueOrDefault(key) + amount);
        _totals[key] = total;
        _turn.Release();
        return total;
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _totals.GetValueOrDefault(key);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _totals.Remove(key);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
