using System.Text;

namespace StorageKit.Redis;

/// <summary>The policy cache under the Rust services' keys: they read what we cache, and we what they cache.</summary>
/// <remarks>Nothing but a policy may lie under such a key, so the lease lies under another one, whose braces put it
/// into the same slot of a cluster. A Rust service that invalidates removes the policy, but knows of no lease: a load
/// of ours that began before can then bring the old policy back, for as long as <c>policy_ttl</c>.</remarks>
internal sealed class AgentAssemblyPolicyCache(RedisServer server) : IPolicyCacheKeys
{
    /// <summary>Of the JSON in <c>held</c>, as an object or as the array of its fields: the number, or nil.</summary>
    internal const string VersionOfHeld = """
        local is_json, policy = pcall(cjson.decode, held)
        local version = is_json and type(policy) == 'table' and (policy.version or policy[1])
        if type(version) ~= 'number' then version = nil end
        """;

    public RedisScript Find { get; } = new("""
        local body = redis.call('GET', KEYS[1])
        if body then return body end
        local lease = redis.call('GET', ARGV[3])
        if lease then return {lease} end
        redis.call('SET', ARGV[3], ARGV[1], 'PX', ARGV[2])
        return {ARGV[1]}
        """);

    public RedisScript Fill { get; } = new($"""
        if redis.call('GET', ARGV[5]) ~= ARGV[1] then return -1 end
        local held = redis.call('GET', KEYS[1])
        if held then
          {VersionOfHeld}
          if version and version >= tonumber(ARGV[2]) then return 0 end
        end
        redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
        return 1
        """);

    public byte[] KeyOf(AgentId agent) => AgentAssemblyKeys.Of(agent);

    public byte[][] OthersOf(AgentId agent) =>
        [Encoding.ASCII.GetBytes($"{server.Options.KeyPrefix}:lease:{{aa:policy:{agent.ToHex()}}}")];
}
