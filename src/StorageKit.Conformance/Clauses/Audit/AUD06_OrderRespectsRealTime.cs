using StorageKit.Conformance.Checkers;

namespace StorageKit.Conformance.Clauses;

/// <summary>If an emit returned before another began, its entry comes first.</summary>
[Clause(
    "AUD-06", "Real time: if one emit returned before another began, its entry comes first in read-back.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD06_OrderRespectsRealTime : Clause<IAuditSink>
{
    const int MostRounds = 25;
    static readonly ConcurrentEmits s_emits = new(16, LeastEach: 50, MostEach: 50, TimeSpan.Zero);

    protected override ValueTask CheckAsync(IAuditSink store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(context, round));

    async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        var history = await s_emits.RunAsync(this, context, tenant, round).ConfigureAwait(false);
        Expect.AllSucceeded(history);
        Expect.Legal(LogChecker.Check(history.Operations), history);
    }
}
