using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Keeps sessions, and is not finished.</summary>
[StorageDriver("unfinished")]
public sealed class UnfinishedSessions : ISessionStore
{
    readonly ConcurrentDictionary<SessionId, SessionRecord> _sessions = new();

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _sessions[session.SessionId] = session;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        new(_sessions.GetValueOrDefault(session));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => // SK0004
        throw new NotImplementedException();
}
