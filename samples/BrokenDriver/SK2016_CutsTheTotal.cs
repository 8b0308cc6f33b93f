using System.Globalization;
using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>After 2^31-1 units its total is negative, and as an unsigned number immense.</summary>
[StorageDriver("cuts-totals")]
public sealed class CutsTotalsCounter(CutsTotalsRedis redis) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        const string script = """
            local total = redis.call('INCRBY', KEYS[1], ARGV[1])
            if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            return total
            """;
        var length = (long)window.TotalMilliseconds;
        var total = await redis.Database.ScriptEvaluateAsync(script, [key], [checked((long)amount), length]);
        return (ulong)(int)total; // SK2016
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(key) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(key);
}

/// <summary>The database of a <c>[storage.cuts-totals]</c> section.</summary>
[StorageResource]
public sealed class CutsTotalsRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
