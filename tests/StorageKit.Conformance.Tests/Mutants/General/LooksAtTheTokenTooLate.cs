namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-06-B", Kills = "GEN-06", Says = "what is stored, after ISessionStore.SaveAsync with a cancelled token")]
internal sealed class LooksAtTheTokenTooLate(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        await base.SaveAsync(session, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
