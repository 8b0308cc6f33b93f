namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-S06", Kills = "SES-05", Says = "StartedAtNs")]
internal sealed class NanosecondsCutToMilliseconds(ISessionStore inner) : SessionMutant(inner)
{
    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
        Inner.SaveAsync(session with { StartedAtNs = session.StartedAtNs / 1_000_000 * 1_000_000 }, cancellationToken);
}
