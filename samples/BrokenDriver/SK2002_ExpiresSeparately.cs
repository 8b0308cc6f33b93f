using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>A crash between the two commands leaves a key that counts for ever.</summary>
[StorageDriver("immortal")]
public sealed class ImmortalCounter(ImmortalRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var total = (ulong)await redis.Database.StringIncrementAsync(key, checked((long)amount));
        if (total == amount)
            await redis.Database.KeyExpireAsync(key, window); // SK2002
        return total;
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.immortal]</c> section.</summary>
[StorageResource]
public sealed class ImmortalRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
