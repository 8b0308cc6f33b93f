using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Callers that emit at once, each into a session of its own, and a read-back when all have ended.</summary>
internal static class ConcurrentEmits
{
    internal static async Task<History> RunAsync(
        Clause clause, IAuditSink sink, ClauseContext context, int callers, int entriesEach)
    {
        var recorder = context.NewRecorder(clause);
        await context.RunCallersAsync(callers, async _ =>
        {
            var record = recorder.AddCaller();
            foreach (var entry in AuditSamples.Chain(entriesEach))
                await record.EmitAsync(sink, entry, context.CancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await recorder.AddCaller().ReadLogAsync(context).ConfigureAwait(false);
        return recorder.ToHistory();
    }
}
