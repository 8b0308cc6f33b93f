using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>A first increment by more than one makes a key that never ends.</summary>
[StorageDriver("arms-at-one")]
public sealed class ArmsAtOneCounter(ArmsAtOneRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        const string script = """
            local total = redis.call('INCRBY', KEYS[1], ARGV[1])
            if total == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            return total
            """;
        var length = (long)window.TotalMilliseconds;
        return (ulong)await redis.Database.ScriptEvaluateAsync(script, [key], [checked((long)amount), length]); // SK2004
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.arms-at-one]</c> section.</summary>
[StorageResource]
public sealed class ArmsAtOneRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
