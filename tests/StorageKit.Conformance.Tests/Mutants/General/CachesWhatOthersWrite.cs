using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-21", Kills = "GEN-21", Says = "ISessionStore of instance", Shared = true)]
internal sealed class CachesWhatOthersWrite(ISessionStore inner) : SessionMutant(inner)
{
    readonly ConcurrentDictionary<SessionId, SessionRecord?> _known = new();

    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        await base.SaveAsync(session, cancellationToken);
        _known[session.SessionId] = session;
    }

    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        _known.TryGetValue(session, out var known)
            ? known
            : _known[session] = await base.LoadAsync(session, cancellationToken);

    public override async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        await base.DeleteAsync(session, cancellationToken);
        _known[session] = null;
    }
}
