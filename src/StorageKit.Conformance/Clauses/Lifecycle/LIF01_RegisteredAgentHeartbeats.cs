namespace StorageKit.Conformance.Clauses;

/// <summary>A heartbeat of a registered agent succeeds.</summary>
[Clause("LIF-01", "A heartbeat of a registered agent succeeds.", Contract = typeof(ILifecycleStore))]
internal sealed class LIF01_RegisteredAgentHeartbeats : Clause<ILifecycleStore>
{
    const int Heartbeats = 5;

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
    }
}
