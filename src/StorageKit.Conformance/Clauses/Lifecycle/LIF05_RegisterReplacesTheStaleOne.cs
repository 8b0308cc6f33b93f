namespace StorageKit.Conformance.Clauses;

/// <summary>Register replaces a stale registration and makes heartbeats valid again.</summary>
/// <remarks>Where registrations can be seen, the new one also has its own time. It is registered again and again until
/// the backend's clock, however coarse, has moved.</remarks>
[Clause(
    "LIF-05", "Register replaces a stale registration and makes heartbeats valid again.",
    Contract = typeof(ILifecycleStore))]
internal sealed class LIF05_RegisterReplacesTheStaleOne : Clause<ILifecycleStore>
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agent = AgentId.New();
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after registering twice", token).ConfigureAwait(false);
        await store.DeregisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(agent, "after one deregister of two registrations", context)
            .ConfigureAwait(false);
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after deregister and register", token).ConfigureAwait(false);
        await ExpectOwnTimeAsync(store, agent, context).ConfigureAwait(false);
    }

    static async ValueTask ExpectOwnTimeAsync(ILifecycleStore store, AgentId agent, ClauseContext context)
    {
        var token = context.CancellationToken;
        if (store is not ILifecycleMonitor && context.Driver.Harness.Probe<ILifecycleProbe>() is null) return;
        var staleSeen = await context.ExpectLastSeenAsync(agent, "of a registered agent").ConfigureAwait(false);
        var staleStatus = await store.FindAsync(agent, token).ConfigureAwait(false);
        await Expect.EventuallyAsync(
            IsRenewed, s_patience,
            $"registering for {s_patience.TotalSeconds} s has not renewed the registration: "
            + "it keeps the stale one's time",
            token).ConfigureAwait(false);

        async ValueTask<bool> IsRenewed()
        {
            await store.RegisterAsync(agent, token).ConfigureAwait(false);
            var seen = await context.ExpectLastSeenAsync(agent, "after registering again").ConfigureAwait(false);
            var status = await store.FindAsync(agent, token).ConfigureAwait(false);
            return seen > staleSeen && (staleStatus is null || status?.RegisteredAt > staleStatus.RegisteredAt);
        }
    }
}
