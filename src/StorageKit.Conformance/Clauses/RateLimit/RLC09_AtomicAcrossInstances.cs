using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Increments are atomic across two instances of the driver.</summary>
/// <remarks>The instances share the backend and nothing else, as two services do. Two processes are a matter of the
/// crash
/// lane, which has a child process.</remarks>
[Clause(
    "RLC-09", "Increments are atomic across two instances of the driver.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Needs = Needs.Shared, Stochastic = true)]
internal sealed class RLC09_AtomicAcrossInstances : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int OperationsEach = 40;

    const int MostRounds = 25;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var otherStores = await other.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        IRateLimitCounter[] instances = [store, otherStores.Get<IRateLimitCounter>()];
        await context.RepeatAsync(MostRounds, round => RaceAsync(instances, context, round)).ConfigureAwait(false);
    }

    async ValueTask RaceAsync(IRateLimitCounter[] instances, ClauseContext context, int round)
    {
        var token = context.CancellationToken;
        var (key, recorder) = ($"shared {round}", context.NewRecorder(this));
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            var record = recorder.AddCaller();
            var instance = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                if (random.Next(3) == 0) await record.CurrentAsync(instance, key, token).ConfigureAwait(false);
                else await record.IncrementAsync(instance, key, 1, TimeSpan.FromHours(1), token)
                    .ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
    }
}
