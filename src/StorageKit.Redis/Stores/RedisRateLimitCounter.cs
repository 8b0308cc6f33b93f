using System.Buffers.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Counts in fixed windows, exactly up to 2^64-1, together with everybody on the server. Each operation is one
/// step on one key.</summary>
/// <remarks>A window is the key's expiry, which is set in the step that makes the key: none can stay behind. The server
/// counts whole milliseconds of its own wall clock, so a window never ends early and up to 2 ms late; a jump of the
/// server's clock moves the windows' ends.</remarks>
[StorageDriver("redis")]
public sealed partial class RedisRateLimitCounter : RedisStore, IRateLimitCounter, IRateLimitWindows
{
    static readonly StoreOperation s_increment = RedisTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = RedisTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = RedisTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    // Most increments are one command of the server; what it cannot add is added the long way. Lua sees its total as a
    // double, so a larger one is read as text. No total of ours is negative: one that was is damaged, and put back.
    internal static readonly RedisScript Increment = new($"""
        if #ARGV[1] <= 15 then
          local total, amount = redis.pcall('INCRBY', KEYS[1], ARGV[1]), tonumber(ARGV[1])
          if type(total) == 'number' then
            if total < amount then
              redis.call('DECRBY', KEYS[1], ARGV[1])
              return redis.error_reply('DAMAGED counter')
            end
            if total == amount and redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if total < 9007199254740992 then return total end
            return redis.call('GET', KEYS[1])
          end
        end
        local held = redis.pcall('GET', KEYS[1])
        if not held then
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          return ARGV[1]
        end
        {CounterArithmetic.Add}
        if total ~= held then redis.call('SET', KEYS[1], total, 'KEEPTTL') end
        return total
        """);

    readonly RedisScript _increment;
    readonly RedisKeys _keys;

    /// <summary>Counters of a tenant.</summary>
    /// <param name="server">The section's server.</param>
    /// <param name="tenant">Whose counters they are.</param>
    public RedisRateLimitCounter(RedisServer server, TenantId tenant) : base(server)
    {
        _increment = Increment;
        _keys = Keys("counter", tenant);
    }

    RedisRateLimitCounter(RedisServer server, RedisScript increment, RedisKeys keys) : base(server)
    {
        _increment = increment;
        _keys = keys;
    }

    /// <summary>Counters in another layout.</summary>
    /// <param name="server">The section's server.</param>
    /// <param name="increment">Adds ARGV[1] to KEYS[1], whose new window has ARGV[2] milliseconds; gives the total.
    /// </param>
    /// <param name="keys">The names of the counters' keys.</param>
    internal static RedisRateLimitCounter On(RedisServer server, RedisScript increment, RedisKeys keys) =>
        new(server, increment, keys);

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        ThrowIfDisposed();
        using var call = s_increment.Start();
        return call.Watch(IncrementCall.Start(Server, _increment, _keys, key, amount, window, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        using var call = s_current.Start();
        return call.Watch(ReadTotalAsync(key, cancellationToken));
    }

    async ValueTask<ulong> ReadTotalAsync(string key, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(Record, cancellationToken, "GET"u8.ToArray(), _keys.Of(key)).ConfigureAwait(false);
        return reply.Kind == RedisReplyKind.Null ? 0 : Total(reply);
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        using var call = s_reset.Start();
        return call.Watch(RemoveAsync(key, cancellationToken));
    }

    async ValueTask RemoveAsync(string key, CancellationToken cancellationToken) =>
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), _keys.Of(key)).ConfigureAwait(false);

    internal const string Record = "the counter of this key";

    internal static ulong Total(RedisReply reply)
    {
        if (reply.Kind == RedisReplyKind.Integer && reply.Integer >= 0) return (ulong)reply.Integer;
        return Utf8Parser.TryParse(reply.Text.Span, out ulong total, out var used) && used == reply.Text.Length
            ? total
            : throw RedisFailure.Damaged(Record);
    }
}
