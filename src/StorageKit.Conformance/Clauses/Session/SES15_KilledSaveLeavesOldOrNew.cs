using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A process killed while it saves leaves the old record or the new one.</summary>
[Clause(
    "SES-15", "A process killed while it saves leaves the old record or the new one.",
    Contract = typeof(ISessionStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class SES15_KilledSaveLeavesOldOrNew : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(OverwriteKey.Session).ConfigureAwait(false);
        await context.KillAtChangesAsync(OverwriteKey.Session).ConfigureAwait(false);
    }
}
