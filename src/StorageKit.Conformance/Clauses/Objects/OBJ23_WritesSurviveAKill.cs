using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged writes and deletes survive a killed process and a power cut.</summary>
[Clause(
    "OBJ-23", "Acknowledged writes and deletes survive a killed process and a power cut.",
    Contract = typeof(IObjectStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class OBJ23_WritesSurviveAKill : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(WriteKeys.Objects).ConfigureAwait(false);
        await context.ExpectSyncedAsync(WriteKeys.Objects).ConfigureAwait(false);
    }
}
