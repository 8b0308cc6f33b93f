using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A process killed while it writes leaves the old object or the new one.</summary>
[Clause(
    "OBJ-24", "A process killed while it writes leaves the old object or the new one, and no trace in the listing.",
    Contract = typeof(IObjectStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class OBJ24_KilledWriteLeavesOldOrNew : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(OverwriteKey.Object).ConfigureAwait(false);
        await context.KillAtChangesAsync(OverwriteKey.Object).ConfigureAwait(false);
    }
}
