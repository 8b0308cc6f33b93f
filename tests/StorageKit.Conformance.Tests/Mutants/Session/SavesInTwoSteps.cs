namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-S04", Kills = "SES-08", Says = "MIXED VALUE")]
internal sealed class SavesInTwoSteps(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        var old = await Inner.LoadAsync(session.SessionId, cancellationToken) ?? session;
        await Inner.SaveAsync(old with { AgentId = session.AgentId }, cancellationToken);
        await Task.Yield();
        await Inner.SaveAsync(session, cancellationToken);
    }
}
