using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>Two callers read the same total, and each writes its own sum.</summary>
[StorageDriver("two-steps")]
public sealed class TwoStepCounter(CounterRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var total = await CurrentAsync(key, cancellationToken) + amount;
        await redis.Database.StringSetAsync(key, total.ToString(CultureInfo.InvariantCulture)); // SK2001
        return total;
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.two-steps]</c> section.</summary>
[StorageResource]
public sealed class CounterRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
