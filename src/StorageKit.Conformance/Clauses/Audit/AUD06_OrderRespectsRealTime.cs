using StorageKit.Conformance.Checkers;

namespace StorageKit.Conformance.Clauses;

/// <summary>If an emit returned before another began, its entry comes first.</summary>
[Clause(
    "AUD-06", "Real time: if one emit returned before another began, its entry comes first in read-back.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD06_OrderRespectsRealTime : Clause<IAuditSink>
{
    const int Callers = 16;
    const int EntriesEach = 50;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var history = await ConcurrentEmits.RunAsync(this, store, context, Callers, EntriesEach).ConfigureAwait(false);
        Expect.AllSucceeded(history);
        Expect.Legal(LogChecker.Check(history.Operations), history);
    }
}
