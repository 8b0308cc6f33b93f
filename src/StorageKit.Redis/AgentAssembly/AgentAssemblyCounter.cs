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
internal static class AgentAssemblyCounter
{
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

    internal static RedisRateLimitCounter Open(RedisServer server) =>
        RedisRateLimitCounter.On(server, Increment, AgentAssemblyKeys.Counters);
}
