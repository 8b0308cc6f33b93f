using System.Diagnostics;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Callers that emit at once, each into a session of its own, and a read-back when all have ended.</summary>
/// <param name="Callers">How many.</param>
/// <param name="LeastEach">The entries that each emits in any case.</param>
/// <param name="MostEach">The entries that each emits while there is <paramref name="Patience"/>.</param>
/// <param name="Patience">How long they go on.</param>
internal sealed record ConcurrentEmits(int Callers, int LeastEach, int MostEach, TimeSpan Patience)
{
    /// <summary>Runs them on a tenant's log.</summary>
    internal async Task<History> RunAsync(Clause clause, ClauseContext context, TenantStores tenant, int round = 0)
    {
        var sink = tenant.Get<IAuditSink>();
        var recorder = context.NewRecorder(clause);
        var began = Stopwatch.GetTimestamp();
        await context.RunCallersAsync(Callers, async caller =>
        {
            var (random, record) = (context.RandomFor(caller, round), recorder.AddCaller());
            var trail = AuditSamples.NewTrail();
            for (var i = 0; i < MostEach; i++)
            {
                if (i >= LeastEach && Stopwatch.GetElapsedTime(began) > Patience) return;
                await record.EmitAsync(sink, trail.Next(), context.CancellationToken).ConfigureAwait(false);
                if (i < LeastEach) await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        await recorder.AddCaller().ReadLogAsync(context, tenant).ConfigureAwait(false);
        return recorder.ToHistory();
    }
}
