using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>The second save is acknowledged and lost.</summary>
[StorageDriver("first-save-wins")]
public sealed class FirstSaveWins : ISessionStore
{
    readonly ConcurrentDictionary<SessionId, SessionRecord> _sessions = new();

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _sessions.TryAdd(session.SessionId, session); // SK3003
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        new(_sessions.GetValueOrDefault(session));

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        _sessions.TryRemove(session, out _);
        return default;
    }
}
