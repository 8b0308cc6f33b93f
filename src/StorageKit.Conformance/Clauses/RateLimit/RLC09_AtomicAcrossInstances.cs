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

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var otherStores = await other.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        IRateLimitCounter[] instances = [store, otherStores.Get<IRateLimitCounter>()];
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller);
            var record = recorder.AddCaller();
            var instance = instances[caller % instances.Length];
            for (var i = 0; i < OperationsEach; i++)
            {
                if (random.Next(3) == 0) await record.CurrentAsync(instance, "shared", token).ConfigureAwait(false);
                else await record.IncrementAsync(instance, "shared", 1, TimeSpan.FromHours(1), token)
                    .ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(CounterChecker.Check(history.Operations), history);
    }
}
