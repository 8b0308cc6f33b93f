using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>Two callers can be told the same total.</summary>
[StorageDriver("read-beside")]
public sealed class ReadBesideCounter(ReadBesideRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await redis.Database.StringIncrementAsync(key, checked((long)amount));
        var text = await redis.Database.StringGetAsync(key); // SK2015
        return ulong.Parse(text!, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.read-beside]</c> section.</summary>
[StorageResource]
public sealed class ReadBesideRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
