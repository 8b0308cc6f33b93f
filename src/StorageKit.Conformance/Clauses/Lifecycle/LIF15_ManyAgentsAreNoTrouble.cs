using System.Diagnostics;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Clauses;

/// <summary>100,000 agents with heartbeats from 8 callers: no error; the latency is reported.</summary>
/// <remarks>Or as many as can be registered in the lane's time; the result says how many.</remarks>
[Clause(
    "LIF-15", "100,000 agents with heartbeats from 8 callers: no error; the latency is reported.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Load)]
internal sealed class LIF15_ManyAgentsAreNoTrouble : Clause<ILifecycleStore>
{
    const int Agents = 100_000;
    const int Callers = 8;

    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var time = LoadTime.FromEnvironment();
        var start = Stopwatch.GetTimestamp();
        var registering = await ClosedLoop.RunAsync(
            context, Callers, time, Agents, (_, i) => store.RegisterAsync(Agent(i), context.CancellationToken))
            .ConfigureAwait(false);
        registering.Measure(context, "register", Stopwatch.GetElapsedTime(start));

        var agents = (int)registering.Count;
        context.Measure("agents", agents, "agents");
        var random = Enumerable.Range(0, Callers).Select(caller => context.RandomFor(caller)).ToArray();
        start = Stopwatch.GetTimestamp();
        // The oldest first, then any: each has to be there still.
        var heartbeats = await ClosedLoop.RunAsync(
            context, Callers, time, int.MaxValue,
            (caller, i) => store.HeartbeatAsync(
                Agent(i < agents ? i : random[caller].Next(agents)), context.CancellationToken)).ConfigureAwait(false);
        heartbeats.Measure(context, "heartbeat", Stopwatch.GetElapsedTime(start));
    }

    static AgentId Agent(int number) => AgentId.FromBytes(StoredThings.Id(number));
}
