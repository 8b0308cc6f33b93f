namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-01", Kills = "SES-01", Says = "AgentId, LoadAsync")]
internal sealed class AgentIsTheSession(ISessionStore inner) : SessionMutant(inner)
{
    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
        Inner.SaveAsync(
            session with { AgentId = AgentId.FromBytes(session.SessionId.ToByteArray()) }, cancellationToken);
}
