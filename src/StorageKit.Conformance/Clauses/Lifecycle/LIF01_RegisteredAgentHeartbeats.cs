namespace StorageKit.Conformance.Clauses;

/// <summary>A heartbeat of a registered agent succeeds.</summary>
[Clause("LIF-01", "A heartbeat of a registered agent succeeds.", Contract = typeof(ILifecycleStore))]
internal sealed class LIF01_RegisteredAgentHeartbeats : Clause<ILifecycleStore>
{
    const int Heartbeats = 5;
    const int Many = 1100;

    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        // All-zero and all-one ids are ids like any other.
        AgentId[] agents = [AgentId.New(), default, AgentId.FromBytes(Enumerable.Repeat((byte)0xFF, 16).ToArray())];
        foreach (var agent in agents) await store.RegisterAsync(agent, token).ConfigureAwait(false);
        for (var i = 1; i <= Heartbeats; i++)
            foreach (var agent in agents)
                await store.ExpectRegisteredAsync(agent, $"{i} of agent {agent} after its registration", token)
                    .ConfigureAwait(false);
        if (store is ILifecycleMonitor monitor) await ListsAllAsync(store, monitor, token).ConfigureAwait(false);
    }

    // More than fit into a page of any size that is in use.
    static async ValueTask ListsAllAsync(ILifecycleStore store, ILifecycleMonitor monitor, CancellationToken token)
    {
        var agents = Enumerable.Range(0, Many).Select(_ => AgentId.New()).ToArray();
        await Task.WhenAll(agents.Select(agent => store.RegisterAsync(agent, token).AsTask())).ConfigureAwait(false);
        HashSet<AgentId> listed = [];
        await foreach (var status in monitor.ListAsync(token).ConfigureAwait(false))
            Expect.That(listed.Add(status.Agent), $"agent {status.Agent} is in the list of registered agents twice");
        var missing = agents.Count(agent => !listed.Contains(agent));
        Expect.That(missing == 0, $"the list of registered agents lacks {missing} of {Many} that were registered");
    }
}
