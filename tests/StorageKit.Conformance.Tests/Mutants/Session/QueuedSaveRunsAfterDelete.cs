using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-Z51", Kills = "SES-11", Says = "NOT LINEARIZABLE")]
internal sealed class QueuedSaveRunsAfterDelete(ISessionStore inner) : SessionMutant(inner)
{
    public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        await Inner.SaveAsync(session, cancellationToken);
        LateRepeat.Of(() => Inner.SaveAsync(session, CancellationToken.None));
    }
}
