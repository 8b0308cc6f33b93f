using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged secrets survive a killed process and a power cut.</summary>
[Clause(
    "CRD-16", "Acknowledged secrets survive a restart, a killed process and a power cut.",
    Contract = typeof(ICredentialStore), Lane = Lane.Crash, Needs = Needs.Shared | Needs.ChildProcess)]
internal sealed class CRD16_SecretsSurviveAKill : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        await context.KillAtAcknowledgesAsync(WriteKeys.Secrets).ConfigureAwait(false);
        await context.ExpectSyncedAsync(WriteKeys.Secrets).ConfigureAwait(false);
    }
}
