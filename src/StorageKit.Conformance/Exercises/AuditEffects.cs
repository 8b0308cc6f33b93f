using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Exercises;

/// <summary>Emits that can be read back.</summary>
internal static class AuditEffects
{
    internal static IEnumerable<EffectKind> Of(ClauseContext context, TenantStores direct)
    {
        if (context.Stores.Find<IAuditSink>() is not { } sink) yield break;
        if (sink is not IAuditLog && context.Driver.Harness.Probe<IAuditProbe>() is null) yield break;
        yield return new("IAuditSink.EmitAsync", () => Emit(1, (entries, token) => sink.EmitAsync(entries[0], token)));
        if (sink is IAuditBatchSink batch)
            yield return new(
                "IAuditBatchSink.EmitBatchAsync of 3", () => Emit(3, (entries, token) =>
                    batch.EmitBatchAsync(entries, token)));

        Effect Emit(int count, Func<AuditEntry[], CancellationToken, ValueTask> call)
        {
            var entries = AuditSamples.Chain(count);
            // Who does not know whether an emit was recorded emits again; that stores nothing more.
            return new("0 entries", $"{count} entries", $"{count} entries")
            {
                PrepareAsync = _ => ValueTask.CompletedTask,
                CallAsync = token => call(entries, token),
                FollowAsync = token => call(entries, token),
                ObserveAsync = async _ =>
                {
                    var all = await context.ReadAuditAsync(direct).ConfigureAwait(false);
                    return $"{all.Count(entry => entry.SessionId == entries[0].SessionId)} entries";
                },
            };
        }
    }
}
