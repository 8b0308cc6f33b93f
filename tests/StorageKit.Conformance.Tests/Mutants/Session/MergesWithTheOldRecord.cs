namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-S02", Kills = "SES-04", Says = "saved over another of its id")]
internal sealed class MergesWithTheOldRecord(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        var old = await Inner.LoadAsync(session.SessionId, cancellationToken) ?? session;
        await Inner.SaveAsync(
            session with
            {
                AgentId = session.AgentId == default ? old.AgentId : session.AgentId,
                StartedAtNs = session.StartedAtNs == 0 ? old.StartedAtNs : session.StartedAtNs,
            },
            cancellationToken);
    }
}
