using StorageKit.Conformance.Checkers;

namespace StorageKit.Conformance.Clauses;

/// <summary>Every acknowledged entry occurs exactly once.</summary>
[Clause(
    "AUD-04", "Every acknowledged entry occurs exactly once, however many callers emit.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD04_AcknowledgedOnceStoredOnce : Clause<IAuditSink>
{
    // More than a thousand in all: losses by the thousand, and full pages, show. A driver that is quick shows losses by
    // ten thousand.
    static readonly ConcurrentEmits s_emits = new(50, LeastEach: 22, MostEach: 800, TimeSpan.FromSeconds(1));

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var history = await s_emits.RunAsync(this, context, context.Stores).ConfigureAwait(false);
        Expect.AllSucceeded(history);
        var log = new LogHistory(history.Operations);
        Expect.Legal(
            LogEntries.FindWrong(log, log.Final!)
                ?? LogEntries.FindLost(log, log.Final!) ?? Verdict.Linearizable, history);
    }
}
