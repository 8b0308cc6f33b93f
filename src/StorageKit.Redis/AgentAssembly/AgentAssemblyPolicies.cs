namespace StorageKit.Redis;

/// <summary>The policies under the Rust services' keys as the source of truth: JSON, the highest version of each
/// agent's.</summary>
/// <remarks>To a Rust service these keys are a cache. One that caches a policy gives it an end, and one that
/// invalidates it removes it, whoever stored it: where Rust services do so, name the source in
/// <c>policy_source</c>.</remarks>
internal sealed class AgentAssemblyPolicies(RedisServer server) : IPolicyRecords
{
    const string Record = "the agent's policy";

    static readonly RedisScript Put = new($"""
        local held = redis.call('GET', KEYS[1])
        if held then
          {AgentAssemblyPolicyCache.VersionOfHeld}
          if not version then return redis.error_reply('DAMAGED policy') end
          if version > tonumber(ARGV[1]) then return 0 end
        end
        redis.call('SET', KEYS[1], ARGV[2])
        return 1
        """);

    public RedisKeys Keys => AgentAssemblyKeys.Policies;

    public async ValueTask<PolicyDocument?> GetAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var reply = await server
            .SendAsync(["GET"u8.ToArray(), AgentAssemblyKeys.Of(agent)], Record, cancellationToken)
            .ConfigureAwait(false);
        return reply.Kind == RedisReplyKind.Null ? null : PolicyRecord.Decode(reply, agent);
    }

    public async ValueTask PutAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken) =>
        await server.RunAsync(
            Put, AgentAssemblyKeys.Of(agent), Record, cancellationToken, Arguments.Of(policy.Version),
            PolicyRecord.Encode(policy)).ConfigureAwait(false);
}
