namespace StorageKit.Conformance.Clauses;

/// <summary>Deregister is idempotent, also for unknown agents.</summary>
[Clause("LIF-04", "Deregister is idempotent, also for unknown agents.", Contract = typeof(ILifecycleStore))]
internal sealed class LIF04_DeregisterIsIdempotent : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var agent = AgentId.New();
        await DeregisterAsync(store, agent, "an agent that was never registered", token).ConfigureAwait(false);
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        for (var i = 1; i <= 3; i++)
        {
            await DeregisterAsync(store, agent, $"a registered agent, time {i}", token).ConfigureAwait(false);
            await store.ExpectNotRegisteredAsync(agent, $"after deregister, time {i}", context).ConfigureAwait(false);
        }
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after registering again", token).ConfigureAwait(false);
    }

    static async ValueTask DeregisterAsync(ILifecycleStore store, AgentId agent, string whom, CancellationToken token)
    {
        try
        {
            await store.DeregisterAsync(agent, token).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            throw new ClauseViolationException(
                $"deregister of {whom}: expected success, got a StorageException of kind {e.Kind}");
        }
    }
}
