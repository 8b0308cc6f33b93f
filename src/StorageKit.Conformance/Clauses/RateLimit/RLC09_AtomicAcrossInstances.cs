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

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var otherStores = await other.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        IRateLimitCounter[] instances = [store, otherStores.Get<IRateLimitCounter>()];
        var recorder = context.NewRecorder(this);
        var history = SecondProcess.CanBeHad(context)
            ? await CountWithProcessAsync(instances, recorder, context).ConfigureAwait(false)
            : await CountAsync(instances, recorder, context).ConfigureAwait(false);
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
    }

    static async Task<History> CountWithProcessAsync(
        IRateLimitCounter[] instances, HistoryRecorder recorder, ClauseContext context)
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
            var history = await CountAsync(instances, recorder, context).ConfigureAwait(false);
            var others = await process.DoneAsync(token).ConfigureAwait(false);
            return History.Merge(
                history.Header, [history, SecondProcess.ToHistory([.. first, .. others], history.Header)]);
        }
    }

    static async Task<History> CountAsync(
        IRateLimitCounter[] instances, HistoryRecorder recorder, ClauseContext context)
    {
        await context.RunCallersAsync(Callers, async caller =>
        {
            var token = context.CancellationToken;
            var random = context.RandomFor(caller);
            var record = recorder.AddCaller();
            var instance = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                if (random.Next(3) == 0) await record.CurrentAsync(instance, CountUp.Key, token).ConfigureAwait(false);
                else await record.IncrementAsync(instance, CountUp.Key, 1, CountUp.Window, token)
                    .ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return recorder.ToHistory();
    }
}
