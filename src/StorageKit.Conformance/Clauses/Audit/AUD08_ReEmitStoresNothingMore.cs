namespace StorageKit.Conformance.Clauses;

/// <summary>Re-emitting the same entry succeeds and stores nothing more.</summary>
[Clause(
    "AUD-08", "Emitting an entry again succeeds and stores nothing more.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD08_ReEmitStoresNothingMore : Clause<IAuditSink>
{
    const int Callers = 8;
    const int Repeated = 20;
    const int Between = 1100;

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
            var fresh = AuditSamples.Chain(2);
            await AgainAsync(
                () => batch.EmitBatchAsync([entries[0], fresh[0], entries[1], fresh[0], fresh[1]], token),
                "stored entries among new ones in a batch").ConfigureAwait(false);
            entries = [.. entries, .. fresh];
            await context.ExpectLogAsync(entries, "after a batch of stored entries, new ones, and one of these twice")
                .ConfigureAwait(false);
        }
        await ExpectSeenByEachAsync(store, context).ConfigureAwait(false);
        await LongAfterAsync(store, entries, context).ConfigureAwait(false);
    }

    // Whoever is told that an entry is stored reads it, though another caller's emit of it has not ended yet.
    static async ValueTask ExpectSeenByEachAsync(IAuditSink store, ClauseContext context)
    {
        foreach (var entry in AuditSamples.Chain(Repeated))
            await context.RunCallersAsync(Callers, async _ =>
            {
                await store.EmitAsync(entry, context.CancellationToken).ConfigureAwait(false);
                var log = await context.ReadAuditAsync().ConfigureAwait(false);
                Expect.That(
                    log.Any(stored => stored.EntryHash == entry.EntryHash),
                    "ACKNOWLEDGED TOO EARLY: an emit of an entry that another caller was emitting too has returned, "
                    + "but the entry is not in the read-back");
            }).ConfigureAwait(false);
    }

    // A driver that remembers the last thousand hashes alone.
    static async ValueTask LongAfterAsync(IAuditSink store, AuditEntry[] entries, ClauseContext context)
    {
        var token = context.CancellationToken;
        await Task.WhenAll(AuditSamples.Chain(Between).Select(entry => store.EmitAsync(entry, token).AsTask()))
            .ConfigureAwait(false);
        var before = (await context.ReadAuditAsync().ConfigureAwait(false)).Count;
        foreach (var entry in entries)
            await AgainAsync(() => store.EmitAsync(entry, token), $"an entry {Between} entries later")
                .ConfigureAwait(false);
        Expect.Equal(
            before, (await context.ReadAuditAsync().ConfigureAwait(false)).Count,
            $"entries read back after emitting again what was stored {Between} entries before");
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
