using System.Globalization;
using System.Text;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>What a Rust service of Agent Assembly does to the server, command by command, its faults included.</summary>
internal sealed class RustService(PrivateRedis server) : IAsyncDisposable
{
    const string Increment = """
        local total = redis.call('INCRBY', KEYS[1], ARGV[1])
        if total == tonumber(ARGV[1]) then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
        return total
        """;

    readonly RedisConnection _connection = new(TestServer.OptionsOf(server));

    /// <summary>What the service's caller is told; null for an error.</summary>
    internal async Task<ulong?> IncrementAsync(string key, ulong amount, ulong seconds)
    {
        var reply = await SendAsync("EVAL", Increment, "1", "aa:ratelimit:" + key, Text(amount), Text(seconds));
        return reply.Kind == RedisReplyKind.Error ? null : (ulong)Math.Max(0, reply.Integer);
    }

    internal async Task<ulong?> CurrentAsync(string key)
    {
        var reply = await SendAsync("GET", "aa:ratelimit:" + key);
        if (reply.Kind == RedisReplyKind.Null) return 0;
        return ulong.TryParse(Read(reply), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : null;
    }

    internal Task ResetAsync(string key) => SendAsync("DEL", "aa:ratelimit:" + key);

    internal async Task SaveAsync(SessionRecord session)
    {
        var key = KeyOf(session.SessionId);
        await SendAsync(
            "HSET", key, "agent_id", session.AgentId.ToByteArray(), "started_at_ns", Text(session.StartedAtNs));
        await SendAsync("EXPIRE", key, "3600");
    }

    internal async Task<SessionRecord?> LoadAsync(SessionId session)
    {
        var fields = (await SendAsync("HMGET", KeyOf(session), "agent_id", "started_at_ns")).Items;
        if (fields.Any(static field => field.Kind == RedisReplyKind.Null)) return null;
        return new(
            session, AgentId.FromBytes(fields[0].Text.Span), ulong.Parse(Read(fields[1]), CultureInfo.InvariantCulture));
    }

    internal Task DeleteAsync(SessionId session) => SendAsync("DEL", KeyOf(session));

    internal Task CacheAsync(AgentId agent, string json, int seconds = 300) =>
        SendAsync("SET", "aa:policy:" + agent.ToHex(), json, "EX", Text((ulong)seconds));

    /// <summary>The JSON that its decoder is given; null for a cache miss.</summary>
    internal async Task<string?> PolicyAsync(AgentId agent)
    {
        var reply = await SendAsync("GET", "aa:policy:" + agent.ToHex());
        return reply.Kind == RedisReplyKind.Null ? null : Read(reply);
    }

    internal Task InvalidateAsync(AgentId agent) => SendAsync("DEL", "aa:policy:" + agent.ToHex());

    internal static string KeyOf(SessionId session) => "aa:session:" + session.ToHex();

    async Task<RedisReply> SendAsync(params object[] words) => await _connection.SendAsync(
        Array.ConvertAll(
            words, static word => (ReadOnlyMemory<byte>)(word as byte[] ?? Encoding.UTF8.GetBytes((string)word))));

    static string Read(RedisReply reply) => Encoding.UTF8.GetString(reply.Text.Span);

    static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
