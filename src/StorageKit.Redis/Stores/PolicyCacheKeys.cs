namespace StorageKit.Redis;

/// <summary>One hash for each agent: the copy, its version and the lease.</summary>
internal sealed class PolicyCacheKeys(RedisServer server, TenantId tenant) : IPolicyCacheKeys
{
    readonly RedisKeys _keys = new(server.Options.KeyPrefix, "policy-cache", tenant);

    public RedisScript Find { get; } = new("""
        local body = redis.call('HGET', KEYS[1], 'body')
        if body then return body end
        local lease = redis.call('HGET', KEYS[1], 'lease')
        if lease then return {lease} end
        redis.call('HSET', KEYS[1], 'lease', ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return {ARGV[1]}
        """);

    // Of several loads under one lease the highest version stays, so that no reader goes back.
    public RedisScript Fill { get; } = new("""
        if redis.call('HGET', KEYS[1], 'lease') ~= ARGV[1] then return -1 end
        local held = redis.call('HGET', KEYS[1], 'version')
        if held and tonumber(held) >= tonumber(ARGV[2]) then return 0 end
        redis.call('HSET', KEYS[1], 'version', ARGV[2], 'body', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """);

    public byte[] KeyOf(AgentId agent) => _keys.Of(agent.ToHex());

    public byte[][] OthersOf(AgentId agent) => [];
}
