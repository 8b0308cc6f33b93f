namespace StorageKit;

/// <summary>Keeps the sessions of agents, to resume them.</summary>
/// <remarks>Safe for any number of concurrent callers; each session id is a linearizable register. Nothing expires
/// unless the driver's section says <c>session_ttl</c>. Clauses SES-01 to SES-16.</remarks>
[StorageContract("session_store")]
public interface ISessionStore
{
    /// <summary>Stores the record, replacing whole any record with the same session id.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default);

    /// <summary>The record with this id, or null.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/> when the stored record is
    /// damaged; <see cref="StorageErrorKind.Backend"/> or <see cref="StorageErrorKind.Timeout"/> on an
    /// outage.</exception>
    ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Removes the record; an absent id succeeds.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default);
}
