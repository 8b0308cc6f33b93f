using System.Text;

namespace StorageKit.Redis;

/// <summary>The names of Agent Assembly's keys: a fixed head, then an id in lower-case hexadecimal, or the caller's key
/// as it is.</summary>
internal static class AgentAssemblyKeys
{
    internal static byte[] Of(SessionId session) => Encoding.ASCII.GetBytes("aa:session:" + session.ToHex());

    internal static byte[] Of(AgentId agent) => Policies.Of(agent.ToHex());

    internal static RedisKeys Policies { get; } = new("aa:policy:", "");

    internal static RedisKeys Counters { get; } = new("aa:ratelimit:", "");
}
