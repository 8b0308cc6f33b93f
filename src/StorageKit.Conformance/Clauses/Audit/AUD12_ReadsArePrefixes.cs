using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Each read is a prefix of every later read, while others emit.</summary>
[Clause(
    "AUD-12", "While others emit, each read is a prefix of every later read and misses nothing acknowledged before it.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Stochastic = true)]
internal sealed class AUD12_ReadsArePrefixes : Clause<IAuditSink>
{
    const int Writers = 8;
    const int Readers = 3;
    const int EntriesEach = 40;
    const int ReadsEach = 25;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var recorder = context.NewRecorder(this);
        await context.RunCallersAsync(Writers + Readers, async caller =>
        {
            var record = recorder.AddCaller();
            if (caller < Readers)
            {
                for (var i = 0; i < ReadsEach; i++)
                {
                    await record.ReadLogAsync(context).ConfigureAwait(false);
                    await Task.Yield();
                }
                return;
            }
            foreach (var entry in AuditSamples.Chain(EntriesEach))
            {
                await record.EmitAsync(store, entry, context.CancellationToken).ConfigureAwait(false);
                await Task.Yield(); // or a driver in this process has stored all before the first read
            }
        }).ConfigureAwait(false);
        await recorder.AddCaller().ReadLogAsync(context).ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        Expect.Legal(LogChecker.Check(history.Operations), history);
    }
}
