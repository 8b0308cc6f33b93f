namespace StorageKit.Memory;

/// <summary>Keeps sessions in this process.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemorySessionStore(MemoryData data, TenantId tenant) : MemoryStore(data), ISessionStore
{
    readonly SessionTable _sessions = data.Of(tenant).Sessions;

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _sessions.Save(session);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<SessionRecord?>(cancellationToken)
            : new(_sessions.Load(session));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _sessions.Delete(session);
        return default;
    }
}
