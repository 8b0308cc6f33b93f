using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A process killed while it puts a secret leaves the old one or the new one.</summary>
[Clause(
    "CRD-15", "A process killed while it puts a secret leaves the old one or the new one, "
    + "never an empty or a mixed one.",
    Contract = typeof(ICredentialStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class CRD15_KilledPutLeavesOldOrNew : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(OverwriteKey.Secret).ConfigureAwait(false);
        await context.KillAtChangesAsync(OverwriteKey.Secret).ConfigureAwait(false);
    }
}
