namespace StorageKit.Conformance.Clauses;

/// <summary>Single emitter: read-back order is emit order, also for equal timestamps.</summary>
/// <remarks>Nothing in the entries grows with the order of the emits, so sorting by anything shows. A batch is
/// kept in its order too, and whole.</remarks>
[Clause(
    "AUD-05", "For a single emitter, read-back order is emit order, also for equal timestamps.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD05_ReadBackOrderIsEmitOrder : Clause<IAuditSink>
{
    const int Sessions = 5;
    const int Entries = 100;
    const int InBatch = 700;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var random = context.Random;
        var trails = Enumerable.Range(0, Sessions).Select(_ => AuditSamples.NewTrail()).ToArray();
        var entries = new AuditEntry[Entries];
        for (var i = 0; i < Entries; i++)
        {
            var timestamp = i < Entries / 2 ? 1_767_323_045_000_000_000 : (ulong)random.NextInt64();
            var type = (AuditEventType)random.Next(23);
            entries[i] = trails[random.Next(Sessions)].Next(type, timestamp, $"{random.Next()}");
        }
        await store.EmitAllAsync(entries, context.CancellationToken).ConfigureAwait(false);
        await ExpectInOrderAsync(context, entries, "").ConfigureAwait(false);
        if (store is not IAuditBatchSink batch) return;
        var many = AuditSamples.Chain(InBatch);
        random.Shuffle(many);
        await batch.EmitBatchAsync(many, context.CancellationToken).ConfigureAwait(false);
        await ExpectInOrderAsync(context, [.. entries, .. many], $" after a batch of {InBatch}").ConfigureAwait(false);
    }

    static async ValueTask ExpectInOrderAsync(ClauseContext context, AuditEntry[] entries, string when)
    {
        var actual = await context.ReadAuditAsync().ConfigureAwait(false);
        Expect.Equal(entries.Length, actual.Count, "entries read back" + when);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].EntryHash == actual[i].EntryHash) continue;
            var emitted = Array.FindIndex(entries, entry => entry.EntryHash == actual[i].EntryHash);
            var what = emitted < 0 ? "one that was never emitted" : $"what was emitted as number {emitted + 1}";
            throw new ClauseViolationException($"REORDERED: place {i + 1} of the read-back holds {what}");
        }
    }
}
