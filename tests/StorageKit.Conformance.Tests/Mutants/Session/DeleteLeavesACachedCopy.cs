using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-S08", Kills = "SES-03", Says = "after DeleteAsync: expected null")]
internal sealed class DeleteLeavesACachedCopy(ISessionStore inner) : SessionMutant(inner)
{
    readonly PerInstanceCache<SessionId, SessionRecord> _cache = new();

    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _cache.Keep(session.SessionId, session);
        return Inner.SaveAsync(session, cancellationToken);
    }

    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        _cache.Find(session) ?? await Inner.LoadAsync(session, cancellationToken);
}
