using System.Globalization;
using System.Text;
using StorageKit.Redis;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>A hash for each session, and an hour to live that is set by a second command.</summary>
internal sealed class RedisSessions(RedisPort redis) : ISessionStore
{
    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var key = Key(session.SessionId);
        await redis.AskAsync(
            cancellationToken, "HSET", key, "agent_id", session.AgentId.ToByteArray(), "started_at_ns",
            session.StartedAtNs);
        await redis.AskAsync(cancellationToken, "EXPIRE", key, redis.SessionSeconds);
    }

    public async ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        var reply = await redis.AskAsync(cancellationToken, "HMGET", Key(session), "agent_id", "started_at_ns");
        var (agent, started) = (reply.Items[0], reply.Items[1]);
        if (agent.Kind == RedisReplyKind.Null || started.Kind == RedisReplyKind.Null) return null;
        if (agent.Text.Length != 16)
            throw new StorageException(StorageErrorKind.Serialization, "agent_id has not 16 bytes");
        return new(
            session, AgentId.FromBytes(agent.Text.Span),
            ulong.TryParse(Encoding.UTF8.GetString(started.Text.Span), CultureInfo.InvariantCulture, out var ns)
                ? ns
                : throw new StorageException(StorageErrorKind.Backend, "started_at_ns is no u64"));
    }

    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        await redis.AskAsync(cancellationToken, "DEL", Key(session));

    internal static string Key(SessionId session) => "aa:session:" + session.ToHex();
}
