using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged saves survive a restart and a killed process.</summary>
[Clause(
    "SES-14", "Acknowledged saves survive a restart and a killed process.",
    Contract = typeof(ISessionStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class SES14_SavesSurviveAKill : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(WriteKeys.Sessions).ConfigureAwait(false);
        // A machine is restarted too: where the driver writes its own files, they are to be on the disk.
        if (OwnFiles.Problem(context.Driver.Harness) is null)
            await context.ExpectSyncedAsync(WriteKeys.Sessions).ConfigureAwait(false);
    }
}
