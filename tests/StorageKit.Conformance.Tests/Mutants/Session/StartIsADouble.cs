namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-05", Kills = "SES-05", Says = "StartedAtNs")]
internal sealed class StartIsADouble(ISessionStore inner) : SessionMutant(inner)
{
    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
        Inner.SaveAsync(session with { StartedAtNs = (ulong)(double)session.StartedAtNs }, cancellationToken);
}
