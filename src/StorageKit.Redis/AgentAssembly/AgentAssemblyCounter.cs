using System.Buffers.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Counts on the keys that Rust services count on, with the rules of our contract: exact up to 2^64-1, and a
/// window that nothing moves.</summary>
/// <remarks>
/// The Rust script sets the expiry whenever the new total equals the amount just added. So after an increment of 0, and
/// for totals beyond 2^53, its increments may start the window anew; and a window that the server refuses leaves a key
/// that has counted and never ends. Such a key has a total, but no window on record: the next increment of ours opens
/// one with the length given then, and the total stays. So nothing that was counted is lost, and nobody is locked out
/// for ever. A total beyond 2^63-1 can be stored and read; increments of Rust services then fail until it ends.
/// </remarks>
[NotADriver]
internal sealed class AgentAssemblyCounter(RedisServer server) : RedisStore(server), IRateLimitCounter
{
    static readonly StoreOperation s_increment = RedisTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = RedisTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = RedisTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    const string Record = "the counter of this key";

    static readonly RedisScript Increment = new($"""
        local held = redis.pcall('GET', KEYS[1])
        if not held then
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          return ARGV[1]
        end
        {CounterArithmetic.Add}
        if redis.call('PTTL', KEYS[1]) < 0 then
          redis.call('SET', KEYS[1], total, 'PX', ARGV[2])
        elseif total ~= held then
          redis.call('SET', KEYS[1], total, 'KEEPTTL')
        end
        return total
        """);

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
            Increment, AgentAssemblyKeys.OfCounter(key), Record, cancellationToken, Arguments.Of(amount),
            Arguments.Milliseconds(window)).ConfigureAwait(false);
        return Total(reply);
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        using var call = s_current.Start();
        return call.Watch(ReadTotalAsync(key, cancellationToken));
    }

    async ValueTask<ulong> ReadTotalAsync(string key, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(Record, cancellationToken, "GET"u8.ToArray(), AgentAssemblyKeys.OfCounter(key))
            .ConfigureAwait(false);
        return reply.Kind == RedisReplyKind.Null ? 0 : Total(reply);
    }

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        using var call = s_reset.Start();
        return call.Watch(RemoveAsync(key, cancellationToken));
    }

    async ValueTask RemoveAsync(string key, CancellationToken cancellationToken) =>
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), AgentAssemblyKeys.OfCounter(key))
            .ConfigureAwait(false);

    // The Rust script can count below zero what somebody else has stored there: no total of ours.
    static ulong Total(RedisReply reply) =>
        Utf8Parser.TryParse(reply.Text.Span, out ulong total, out var used) && used == reply.Text.Length
            ? total
            : throw RedisFailure.Damaged(Record);
}
