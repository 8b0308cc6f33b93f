using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>A crash between the two commands leaves a session that never ends.</summary>
[StorageDriver("immortal-sessions")]
public sealed class ImmortalSessions(SessionRedis redis) : ISessionStore
{
    /// <inheritdoc/>
    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        var key = session.SessionId.ToString();
        await redis.Database.StringSetAsync(key, session.AgentId.ToString());
        await redis.Database.KeyExpireAsync(key, TimeSpan.FromHours(1)); // SK3012
    }

    /// <inheritdoc/>
    public async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        await redis.Database.StringGetAsync(session.ToString()) is { } agent
            ? new SessionRecord(session, AgentId.Parse(agent), 0) : null;

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        await redis.Database.KeyDeleteAsync(session.ToString());
}

/// <summary>The database of a <c>[storage.immortal-sessions]</c> section.</summary>
[StorageResource]
public sealed class SessionRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
