using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Each read is a prefix of every later read, while others emit.</summary>
[Clause(
    "AUD-12", "While others emit, each read is a prefix of every later read and misses nothing acknowledged before it.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD12_ReadsArePrefixes : Clause<IAuditSink>
{
    const int Callers = 10;
    const int EntriesEach = 30;
    const int OneReadIn = 4;

    const int MostRounds = 25;

    protected override ValueTask CheckAsync(IAuditSink store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(context, round));

    async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        var store = tenant.Get<IAuditSink>();
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            var record = recorder.AddCaller();
            foreach (var entry in AuditSamples.Chain(EntriesEach))
            {
                await record.EmitAsync(store, entry, context.CancellationToken).ConfigureAwait(false);
                await Task.Yield(); // or callers of a driver in this process would come one after the other
                if (random.Next(OneReadIn) == 0) await record.ReadLogAsync(context, tenant).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await recorder.AddCaller().ReadLogAsync(context, tenant).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(LogChecker.Check(history.Operations), history);
    }
}
