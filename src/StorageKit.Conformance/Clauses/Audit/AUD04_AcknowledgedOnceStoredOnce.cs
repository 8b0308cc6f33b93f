using StorageKit.Conformance.Checkers;

namespace StorageKit.Conformance.Clauses;

/// <summary>Every acknowledged entry occurs exactly once.</summary>
[Clause(
    "AUD-04", "Every acknowledged entry occurs exactly once, however many callers emit.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD04_AcknowledgedOnceStoredOnce : Clause<IAuditSink>
{
    const int Callers = 50;
    const int EntriesEach = 22; // more than a thousand in all: losses by the thousand, and full pages, show

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var history = await ConcurrentEmits.RunAsync(this, store, context, Callers, EntriesEach).ConfigureAwait(false);
        Expect.AllSucceeded(history);
        var log = new LogHistory(history.Operations);
        Expect.Legal(
            LogEntries.FindWrong(log, log.Final!)
                ?? LogEntries.FindLost(log, log.Final!) ?? Verdict.Linearizable, history);
    }
}
