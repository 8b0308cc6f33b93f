namespace StorageKit.Conformance.Clauses;

/// <summary>Re-emitting the same entry succeeds and stores nothing more.</summary>
[Clause(
    "AUD-08", "Emitting an entry again succeeds and stores nothing more.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD08_ReEmitStoresNothingMore : Clause<IAuditSink>
{
    const int Callers = 8;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var entries = AuditSamples.Chain(5);
        await store.EmitAllAsync(entries[..3], token).ConfigureAwait(false);
        await AgainAsync(() => store.EmitAsync(entries[2], token), "the last entry").ConfigureAwait(false);
        await AgainAsync(() => store.EmitAsync(entries[0], token), "the first entry").ConfigureAwait(false);
        // Equal, but another object: as after a restart of the caller.
        var copy = AuditDraft.Of(entries[1]).ToEntry();
        await AgainAsync(() => store.EmitAsync(copy, token), "an equal entry").ConfigureAwait(false);
        await context.ExpectLogAsync(entries[..3], "after emitting entries again").ConfigureAwait(false);

        foreach (var entry in entries[3..])
            await AgainAsync(
                async () => await context.RunCallersAsync(Callers, _ => store.EmitAsync(entry, token).AsTask())
                    .ConfigureAwait(false),
                $"an entry from {Callers} callers at once").ConfigureAwait(false);
        await context.ExpectLogAsync(entries, $"after {Callers} callers emitted the same entry at once")
            .ConfigureAwait(false);
        if (store is IAuditBatchSink batch)
        {
            await AgainAsync(() => batch.EmitBatchAsync([.. entries, entries[0]], token), "stored entries in a batch")
                .ConfigureAwait(false);
            await context.ExpectLogAsync(entries, "after emitting stored entries again in a batch")
                .ConfigureAwait(false);
        }
    }

    static async ValueTask AgainAsync(Func<ValueTask> emit, string what)
    {
        try
        {
            await emit().ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            throw new ClauseViolationException(
                $"emitting {what} again: expected success, got a StorageException of kind {e.Kind}");
        }
    }
}
