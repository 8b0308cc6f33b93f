namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-17", Kills = "GEN-17", Says = "ISessionStore.LoadAsync deadlocks when its caller blocks")]
internal sealed class ComesBackToTheContext(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken);
        return await base.LoadAsync(session, cancellationToken);
    }
}
