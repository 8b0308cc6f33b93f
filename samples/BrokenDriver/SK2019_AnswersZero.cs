using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>Lets everybody pass while the server is away.</summary>
[StorageDriver("fail-open")]
public sealed class FailOpenCounter(FailOpenRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        try
        {
            return (ulong)await redis.Database.StringIncrementAsync(key, checked((long)amount));
        }
        catch (TimeoutException)
        {
            return 0; // SK2019
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.fail-open]</c> section.</summary>
[StorageResource]
public sealed class FailOpenRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
