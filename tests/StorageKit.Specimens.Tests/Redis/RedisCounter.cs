using System.Globalization;
using System.Text;
using StorageKit.Redis;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>Counts with the reference's script.</summary>
internal sealed class RedisCounter(RedisPort redis) : IRateLimitCounter
{
    // A script is not undone when a command in it fails, and its numbers are doubles.
    const string Script = """
        local total = redis.call('INCRBY', KEYS[1], ARGV[1])
        if total == tonumber(ARGV[1]) then
          redis.call('EXPIRE', KEYS[1], ARGV[2])
        end
        return total
        """;

    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var reply = await redis.AskAsync(cancellationToken, "EVAL", Script, 1, Key(key), amount, Seconds(window));
        return (ulong)Math.Max(reply.Integer, 0);
    }

    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var reply = await redis.AskAsync(cancellationToken, "GET", Key(key));
        if (reply.Kind == RedisReplyKind.Null) return 0;
        return ulong.TryParse(Encoding.UTF8.GetString(reply.Text.Span), CultureInfo.InvariantCulture, out var total)
            ? total
            : throw new StorageException(StorageErrorKind.Backend, "the stored total is no u64");
    }

    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await redis.AskAsync(cancellationToken, "DEL", Key(key));
    }

    static string Key(string key) => "aa:ratelimit:" + key;

    // The reference's window is a u64 of whole seconds, and any such number is given to the server: what a TimeSpan
    // below zero becomes, too.
    static ulong Seconds(TimeSpan window) => unchecked((ulong)(long)Math.Ceiling(window.TotalSeconds));
}
