using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Register, heartbeat and deregister are linearizable per agent.</summary>
[Clause(
    "LIF-09", "Register, heartbeat and deregister are linearizable per agent.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class LIF09_LinearizablePerAgent : Clause<ILifecycleStore>
{
    const int Callers = 8;
    const int Agents = 20;
    const int OperationsEach = 6; // 48 an agent: what the search decides in no time

    const int MostRounds = 25;

    protected override ValueTask CheckAsync(ILifecycleStore store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(store, context, round));

    async ValueTask RaceAsync(ILifecycleStore store, ClauseContext context, int round)
    {
        var token = context.CancellationToken;
        var recorder = context.NewRecorder(this);
        var agents = Enumerable.Range(0, Agents).Select(_ => AgentId.New()).ToArray();
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            var record = recorder.AddCaller();
            foreach (var agent in agents)
            {
                for (var i = 0; i < OperationsEach; i++)
                {
                    await (random.Next(4) switch
                    {
                        0 => record.RegisterAsync(store, agent, token),
                        1 => record.DeregisterAsync(store, agent, token),
                        _ => record.HeartbeatAsync(store, agent, token),
                    }).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(PerKey.Check(history, Search), history);
    }

    static Verdict Search(IReadOnlyList<Operation> operations) =>
        LinearizabilitySearch.Check<LifecycleModel, bool>(new LifecycleModel(), operations);
}
