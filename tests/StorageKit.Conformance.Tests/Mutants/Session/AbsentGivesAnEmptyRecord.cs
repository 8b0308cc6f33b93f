namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-Z49", Kills = "SES-02", Says = "expected null")]
internal sealed class AbsentGivesAnEmptyRecord(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        await Inner.LoadAsync(session, cancellationToken) ?? new SessionRecord(session, default, 0);
}
