using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>No resurrection: a heartbeat that begins after deregister returned fails.</summary>
/// <remarks>Every agent is registered once and deregistered once, while others send its heartbeats. Then the order is
/// known wherever calls do not overlap: accepted before the one deregister, refused after it.</remarks>
[Clause(
    "LIF-08", "No resurrection: a heartbeat that begins after deregister returned fails.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class LIF08_NoResurrection : Clause<ILifecycleStore>
{
    const int Agents = 24;
    const int Callers = 8;
    const int HeartbeatsEach = 6;
    const int MostRounds = 25;

    protected override ValueTask CheckAsync(ILifecycleStore store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(store, context, round));

    async ValueTask RaceAsync(ILifecycleStore store, ClauseContext context, int round)
    {
        var recorder = context.NewRecorder(this);
        var agents = Enumerable.Range(0, Agents).Select(_ => AgentId.New()).ToArray();
        await Task.WhenAll(agents.Select(agent => store.RegisterAsync(agent, context.CancellationToken).AsTask()))
            .ConfigureAwait(false);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var (random, record) = (context.RandomFor(caller, round), recorder.AddCaller());
            for (var i = 0; i < Agents; i++)
            {
                if (caller == i % Callers)
                {
                    await record.HeartbeatAsync(store, agents[i], context.CancellationToken).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                    await record.DeregisterAsync(store, agents[i], context.CancellationToken).ConfigureAwait(false);
                    continue;
                }
                for (var heartbeat = 0; heartbeat < HeartbeatsEach; heartbeat++)
                {
                    await record.HeartbeatAsync(store, agents[i], context.CancellationToken).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }
        }).ConfigureAwait(false);

        var last = recorder.AddCaller();
        foreach (var agent in agents) await last.HeartbeatAsync(store, agent, context.CancellationToken)
            .ConfigureAwait(false);
        Judge(recorder.ToHistory());
    }

    static void Judge(History history)
    {
        Expect.AllSucceeded(history);
        foreach (var (agent, operations) in history.ByKey())
        {
            var end = operations.Single(operation => operation.Kind == OperationKind.Deregister);
            foreach (var heartbeat in operations.Where(operation => operation.Kind == OperationKind.Heartbeat))
            {
                var accepted = heartbeat.Result.IsNone;
                if (accepted && end.Precedes(heartbeat))
                    throw new ClauseViolationException(
                        $"RESURRECTION: a heartbeat of agent {agent} was accepted after deregister had returned",
                        history, [end, heartbeat]);
                if (!accepted && heartbeat.Precedes(end))
                    throw new ClauseViolationException(
                        $"LOST REGISTRATION: a heartbeat of agent {agent} was refused before deregister was called",
                        history, [heartbeat, end]);
            }
        }
    }
}
