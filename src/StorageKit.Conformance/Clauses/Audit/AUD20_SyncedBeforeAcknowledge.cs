using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>What was acknowledged survives the loss of power.</summary>
[Clause(
    "AUD-20", "Power loss: before every acknowledge the file that holds the entry was synced.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash,
    Needs = Needs.AuditReadBack | Needs.Shared | Needs.ChildProcess | Needs.OwnFiles)]
internal sealed class AUD20_SyncedBeforeAcknowledge : Clause<IAuditSink>
{
    protected override ValueTask CheckAsync(IAuditSink store, ClauseContext context) =>
        context.ExpectSyncedAsync(nameof(EmitEntries));
}
