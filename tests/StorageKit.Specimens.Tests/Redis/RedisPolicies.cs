using System.Text;
using StorageKit.Redis;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>A cache of policies that knows no source: what is not in it is said not to be there.</summary>
internal sealed class RedisPolicies(RedisPort redis) : IPolicyStore
{
    const int CacheSeconds = 300;

    public async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        var reply = await redis.AskAsync(cancellationToken, "GET", Key(agent));
        return reply.Kind == RedisReplyKind.Null
            ? null
            : PolicyDocument.FromJson(Encoding.UTF8.GetString(reply.Text.Span));
    }

    public async ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        await redis.AskAsync(cancellationToken, "DEL", Key(agent));

    /// <summary>The reference's <c>cache_policy</c>: stores whatever it is given, however old it is by now.</summary>
    internal async ValueTask CacheAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken) =>
        await redis.AskAsync(cancellationToken, "SET", Key(agent), policy.ToJson(), "EX", CacheSeconds);

    static string Key(AgentId agent) => "aa:policy:" + agent.ToHex();
}
