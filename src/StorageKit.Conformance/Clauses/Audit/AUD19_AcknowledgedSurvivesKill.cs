using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>What was acknowledged survives a killed process.</summary>
[Clause(
    "AUD-19", "Durable on acknowledge: killing the process after an acknowledge keeps every entry up to it.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash,
    Needs = Needs.AuditReadBack | Needs.Shared | Needs.ChildProcess)]
internal sealed class AUD19_AcknowledgedSurvivesKill : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(nameof(EmitEntries)).ConfigureAwait(false);
        await context.KillAtChangesAsync(nameof(EmitEntries)).ConfigureAwait(false);
    }
}
