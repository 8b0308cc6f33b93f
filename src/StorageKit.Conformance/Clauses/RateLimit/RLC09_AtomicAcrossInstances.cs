using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Children;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Increments are atomic across two instances of the driver.</summary>
/// <remarks>The instances share the backend and nothing else, as two services do. Another process counts with them
/// where <see cref="DriverUnderTest.Register"/> lets one be had: what holds only within a process is found out.
/// </remarks>
[Clause(
    "RLC-09", "Increments are atomic across two instances of the driver.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Concurrent, Needs = Needs.Shared, Stochastic = true)]
internal sealed class RLC09_AtomicAcrossInstances : Clause<IRateLimitCounter>
{
    const int Callers = 8;
    const int OperationsEach = 40;
    const int OperationsOfTheProcess = 200;

    const int MostRounds = 25;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var otherStores = await other.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        IRateLimitCounter[] instances = [store, otherStores.Get<IRateLimitCounter>()];
        if (SecondProcess.CanBeHad(context)) await RaceAgainstAProcessAsync(instances, context).ConfigureAwait(false);
        await context.RepeatAsync(
            MostRounds, async round => ExpectLegal(
                await CountAsync(instances, $"shared {round}", round, context).ConfigureAwait(false)))
            .ConfigureAwait(false);
    }

    async ValueTask RaceAgainstAProcessAsync(IRateLimitCounter[] instances, ClauseContext context)
    {
        var token = context.CancellationToken;
        var process = await context.StartChildAsync(nameof(CountUp), context.Tenant).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            await process.OpenedAsync(token).ConfigureAwait(false);
            // The first one alone, so that the process, which takes its time to start, and the callers count at once.
            await process.AskAsync(1).ConfigureAwait(false);
            var first = await process.DoneAsync(token).ConfigureAwait(false);
            await process.AskAsync(OperationsOfTheProcess).ConfigureAwait(false);
            var history = await CountAsync(instances, CountUp.Key, round: 0, context).ConfigureAwait(false);
            var others = await process.DoneAsync(token).ConfigureAwait(false);
            ExpectLegal(History.Merge(
                history.Header, [history, SecondProcess.ToHistory([.. first, .. others], history.Header)]));
        }
    }

    async ValueTask<History> CountAsync(IRateLimitCounter[] instances, string key, int round, ClauseContext context)
    {
        var token = context.CancellationToken;
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            var record = recorder.AddCaller();
            var instance = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                if (random.Next(3) == 0) await record.CurrentAsync(instance, key, token).ConfigureAwait(false);
                else await record.IncrementAsync(instance, key, 1, CountUp.Window, token).ConfigureAwait(false);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return recorder.ToHistory();
    }

    static void ExpectLegal(History history)
    {
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
    }
}
