using System.Buffers.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Counts in fixed windows, exactly up to 2^64-1, together with everybody on the server. Each operation is one
/// step on one key.</summary>
/// <remarks>A window is the key's expiry, which is set in the step that makes the key: none can stay behind. The server
/// counts whole milliseconds of its own wall clock, so a window never ends early and up to 2 ms late; a jump of the
/// server's clock moves the windows' ends.</remarks>
/// <param name="server">The section's server.</param>
/// <param name="tenant">Whose counters they are.</param>
[StorageDriver("redis")]
public sealed class RedisRateLimitCounter(RedisServer server, TenantId tenant) : RedisStore(server), IRateLimitCounter
{
    static readonly StoreOperation s_increment = RedisTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = RedisTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = RedisTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    // Lua's numbers are doubles, exact to 2^53 only: longer totals are added in two halves of up to ten digits.
    static readonly RedisScript Increment = new("""
        local max = '18446744073709551615'
        local held = redis.pcall('GET', KEYS[1])
        if not held then
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          return ARGV[1]
        end
        if type(held) ~= 'string' or not string.match(held, '^%d+$') or #held > 20 or (#held == 20 and held > max) then
          return redis.error_reply('DAMAGED counter')
        end
        local amount, total = ARGV[1], nil
        if #held <= 15 and #amount <= 15 then
          total = string.format('%.0f', tonumber(held) + tonumber(amount))
        else
          local low = tonumber(string.sub(held, -10)) + tonumber(string.sub(amount, -10))
          local high = (tonumber(string.sub(held, 1, -11)) or 0) + (tonumber(string.sub(amount, 1, -11)) or 0)
          if low >= 10000000000 then
            low = low - 10000000000
            high = high + 1
          end
          if high > 1844674407 or (high == 1844674407 and low > 3709551615) then
            total = max
          elseif high > 0 then
            total = string.format('%.0f%010.0f', high, low)
          else
            total = string.format('%.0f', low)
          end
        end
        if total ~= held then redis.call('SET', KEYS[1], total, 'KEEPTTL') end
        return total
        """);

    readonly RedisKeys _keys = new(server.Options.KeyPrefix, "counter", tenant);

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        ThrowIfDisposed();
        using var call = s_increment.Start();
        return call.Watch(AddAsync(key, amount, window, cancellationToken));
    }

    async ValueTask<ulong> AddAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken)
    {
        var reply = await RunAsync(
            Increment, _keys.Of(key), Record, cancellationToken, Arguments.Of(amount), Arguments.Milliseconds(window))
            .ConfigureAwait(false);
        return Total(reply);
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

    async ValueTask RemoveAsync(string key, CancellationToken cancellationToken)
    {
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), _keys.Of(key)).ConfigureAwait(false);
    }

    const string Record = "the counter of this key";

    static ulong Total(RedisReply reply) =>
        Utf8Parser.TryParse(reply.Text.Span, out ulong total, out var used) && used == reply.Text.Length
            ? total
            : throw RedisFailure.Damaged(Record);
}
