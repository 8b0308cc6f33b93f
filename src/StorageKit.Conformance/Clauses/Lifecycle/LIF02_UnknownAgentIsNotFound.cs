namespace StorageKit.Conformance.Clauses;

/// <summary>A heartbeat of an unknown agent is NotFound and creates nothing.</summary>
[Clause(
    "LIF-02", "A heartbeat of an unknown agent is NotFound and creates nothing.", Contract = typeof(ILifecycleStore))]
internal sealed class LIF02_UnknownAgentIsNotFound : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var (known, unknown) = (AgentId.New(), AgentId.New());
        await store.ExpectNotRegisteredAsync(unknown, "of an agent in an empty store", context).ConfigureAwait(false);
        await store.RegisterAsync(known, context.CancellationToken).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(unknown, "of an unknown agent, the second one", context)
            .ConfigureAwait(false);
        await store.ExpectRegisteredAsync(known, "of the agent that is registered", context.CancellationToken)
            .ConfigureAwait(false);
    }
}
