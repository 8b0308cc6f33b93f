using System.Text;

namespace StorageKit.Redis;

/// <summary>The names of Agent Assembly's keys: a fixed head, then an id in lower-case hexadecimal, or the caller's key
/// as it is.</summary>
internal static class AgentAssemblyKeys
{
    internal static byte[] Of(SessionId session) => Encoding.ASCII.GetBytes("aa:session:" + session.ToHex());

    internal static byte[] Of(AgentId agent) => Encoding.ASCII.GetBytes("aa:policy:" + agent.ToHex());

    internal static byte[] OfCounter(string key) => Encoding.UTF8.GetBytes("aa:ratelimit:" + key);
}
