using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>The semaphore makes callers of this process take turns; another process does not know of it.</summary>
[StorageDriver("local-lock")]
public sealed class LocalLockCounter(LocalLockRedis redis) : IRateLimitCounter, IDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var total = await CurrentAsync(key, cancellationToken) + amount;
            await redis.Database.StringSetAsync(key, total.ToString(CultureInfo.InvariantCulture)); // SK2010
            return total;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}

/// <summary>The database of a <c>[storage.local-lock]</c> section.</summary>
[StorageResource]
public sealed class LocalLockRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
