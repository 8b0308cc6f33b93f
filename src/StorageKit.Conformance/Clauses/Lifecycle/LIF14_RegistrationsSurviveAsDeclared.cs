using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>Registrations survive closing and killing, or end with the section where the driver declares ProcessLocal.
/// </summary>
[Clause(
    "LIF-14", "Registrations survive closing and killing, or end with the section where the driver "
    + "declares ProcessLocal.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Crash)]
internal sealed class LIF14_RegistrationsSurviveAsDeclared : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var (agent, token) = (AgentId.New(), context.CancellationToken);
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await context.ReopenAsync().ConfigureAwait(false);
        var reopened = context.Stores.Get<ILifecycleStore>();
        if (context.Driver.StoreOf(typeof(ILifecycleStore))!.ProcessLocal)
        {
            await Expect.ThrowsAsync(
                StorageErrorKind.NotFound, () => reopened.HeartbeatAsync(agent, token),
                "heartbeat after closing and opening again a driver that declares ProcessLocal").ConfigureAwait(false);
            return; // What closing drops, killing cannot keep.
        }
        await reopened.HeartbeatAsync(agent, token).ConfigureAwait(false);
        context.RequireChild();
        await context.KillAtAcknowledgesAsync(nameof(RegisterAgents)).ConfigureAwait(false);
    }
}
