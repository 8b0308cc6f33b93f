using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Shows every tenant the sessions of all others.</summary>
[StorageDriver("sharing")]
public sealed class SharingSessions : ISessionStore
{
    static readonly ConcurrentDictionary<SessionId, SessionRecord> Sessions = new(); // SK0006

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        Sessions[session.SessionId] = session;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        new(Sessions.GetValueOrDefault(session));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        Sessions.TryRemove(session, out _);
        return default;
    }
}
