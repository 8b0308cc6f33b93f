using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-10", Kills = "SES-10", Says = "STALE READ")]
internal sealed class LoadsFromAStaleReplica(ISessionStore inner) : SessionMutant(inner)
{
    readonly StaleReplica<SessionId, SessionRecord> _replica = new();

    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _replica.Write(session.SessionId, session);
        return default;
    }

    public override ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        new(_replica.Read(session));
}
