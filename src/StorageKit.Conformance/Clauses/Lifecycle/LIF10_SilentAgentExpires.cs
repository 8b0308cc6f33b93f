namespace StorageKit.Conformance.Clauses;

/// <summary>An agent without heartbeats expires at the declared time, measured from its last heartbeat.</summary>
/// <remarks>One millisecond to either side of the time: the coarsest that a backend is known to keep. Where the
/// backend has its own clock, real time goes by besides the steps of the clause, so there it is two seconds.</remarks>
[Clause(
    "LIF-10", "Where agent_ttl is set, an agent expires exactly that long after its last heartbeat, and not before.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Time, Needs = Needs.Clock, Option = "agent_ttl = '10m'")]
internal sealed class LIF10_SilentAgentExpires : Clause<ILifecycleStore>
{
    static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(10);

    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var margin = context.Driver.Harness.Probe<IClockControl>() is null
            ? TimeSpan.FromMilliseconds(1)
            : TimeSpan.FromSeconds(2);
        var (agent, silent) = (AgentId.New(), AgentId.New());
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        for (var i = 1; i <= 3; i++)
        {
            await store.RegisterAsync(silent, token).ConfigureAwait(false);
            await context.AdvanceAsync(s_ttl - margin).ConfigureAwait(false);
            await store.ExpectRegisteredAsync(agent, $"{i}, just before the agent's 10 min are over", token)
                .ConfigureAwait(false);
        }
        await context.AdvanceAsync(margin).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(silent, "10 min after an agent's last sign of life", context)
            .ConfigureAwait(false);
        await context.AdvanceAsync(s_ttl - margin).ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(agent, "10 min after an agent's last heartbeat", context)
            .ConfigureAwait(false);
        await store.ExpectNotRegisteredAsync(agent, "after an agent's expiry, the second one", context)
            .ConfigureAwait(false);
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after registering an expired agent again", token)
            .ConfigureAwait(false);
    }
}
