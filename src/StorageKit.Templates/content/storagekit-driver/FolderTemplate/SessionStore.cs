using StorageKit;

namespace DriverTemplate;

/// <summary>A record for each session.</summary>
[StorageDriver("driver-template")]
public sealed class SessionStore(Backend backend, TenantId tenant) : ISessionStore
{
    /// <inheritdoc/>
    public ValueTask SaveAsync(
        SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(
        SessionId session, CancellationToken cancellationToken = default)
    {
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
