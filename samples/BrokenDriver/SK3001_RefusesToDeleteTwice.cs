using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>The second of two deletes fails, so a caller that tries again cannot tell whether the first worked.</summary>
[StorageDriver("delete-once")]
public sealed class DeleteOnceSessions : ISessionStore
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
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        if (!_sessions.TryRemove(session, out _))
            throw new StorageException(StorageErrorKind.NotFound, "no such session"); // SK3001
        return default;
    }
}
