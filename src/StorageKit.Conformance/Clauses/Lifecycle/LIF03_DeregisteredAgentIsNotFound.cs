namespace StorageKit.Conformance.Clauses;

/// <summary>After deregister, a heartbeat is NotFound.</summary>
[Clause("LIF-03", "After deregister, a heartbeat is NotFound.", Contract = typeof(ILifecycleStore))]
internal sealed class LIF03_DeregisteredAgentIsNotFound : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var (leaving, staying) = (AgentId.New(), AgentId.New());
        await store.RegisterAsync(leaving, token).ConfigureAwait(false);
        await store.RegisterAsync(staying, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(leaving, "before deregister", token).ConfigureAwait(false);
        await store.DeregisterAsync(leaving, token).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(leaving, "after deregister", context).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(leaving, "after deregister and a refused heartbeat", context)
            .ConfigureAwait(false);
        await store.ExpectRegisteredAsync(staying, "of an agent that was not deregistered", token)
            .ConfigureAwait(false);
    }
}
