namespace StorageKit.Conformance.Tests.Mutants.Session;

/// <summary>A correct session store, whose calls a mutant may replace.</summary>
internal class SessionMutant(ISessionStore inner) : ISessionStore
{
    protected ISessionStore Inner => inner;

    public virtual ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
        inner.SaveAsync(session, cancellationToken);

    public virtual ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        inner.LoadAsync(session, cancellationToken);

    public virtual ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(session, cancellationToken);
}
