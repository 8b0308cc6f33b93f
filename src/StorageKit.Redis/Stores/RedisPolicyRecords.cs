namespace StorageKit.Redis;

/// <summary>A tenant's policies on the server, the highest version of each agent's: the source of truth.</summary>
internal sealed class RedisPolicyRecords(RedisServer server, TenantId tenant) : IPolicyRecords
{
    const string Record = "the agent's policy";

    // Reads answer with the highest version, so an older one need not be kept.
    static readonly RedisScript Put = new("""
        local held = redis.call('HGET', KEYS[1], 'version')
        if held then
          if not tonumber(held) then return redis.error_reply('DAMAGED policy') end
          if tonumber(held) > tonumber(ARGV[1]) then return 0 end
        end
        redis.call('HSET', KEYS[1], 'version', ARGV[1], 'body', ARGV[2])
        return 1
        """);

    public RedisKeys Keys { get; } = new(server.Options.KeyPrefix, "policy", tenant);

    public async ValueTask<PolicyDocument?> GetAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var reply = await server.SendAsync(
            ["HMGET"u8.ToArray(), KeyOf(agent), "version"u8.ToArray(), "body"u8.ToArray()], Record, cancellationToken)
            .ConfigureAwait(false);
        if (reply.Items.Count != 2) throw RedisFailure.Unexpected(reply);
        if (reply.Items.All(static field => field.Kind == RedisReplyKind.Null)) return null;
        // Without its body it was a policy nevertheless: the decoder refuses it, and so it does not read as absent.
        return PolicyRecord.Decode(reply.Items[1], agent);
    }

    public async ValueTask PutAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken) =>
        await server.RunAsync(
            Put, KeyOf(agent), Record, cancellationToken, Arguments.Of(policy.Version), PolicyRecord.Encode(policy))
            .ConfigureAwait(false);

    byte[] KeyOf(AgentId agent) => Keys.Of(agent.ToHex());
}
