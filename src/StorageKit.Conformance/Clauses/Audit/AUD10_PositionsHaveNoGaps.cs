namespace StorageKit.Conformance.Clauses;

/// <summary>Positions are 1, 2, 3 … without gaps, also after failed emits.</summary>
/// <remarks>Emits that are cancelled, refused or already stored are mixed in: each takes a number from a driver that
/// lets its backend count.</remarks>
[Clause(
    "AUD-10", "Positions are 1, 2, 3 … without gaps, also after failed emits, and pages of any size show them.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditLog)]
internal sealed class AUD10_PositionsHaveNoGaps : Clause<IAuditSink>
{
    const int Entries = 60;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var entries = AuditSamples.Chain(Entries);
        for (var i = 0; i < Entries; i++)
        {
            if (i % 7 == 6) await FailAsync(store, entries[i], i).ConfigureAwait(false);
            await store.EmitAsync(entries[i], token).ConfigureAwait(false);
            if (i % 5 == 4) await store.EmitAsync(entries[i / 2], token).ConfigureAwait(false);
        }

        var log = (IAuditLog)store;
        foreach (var pageSize in new[] { 1, 7, Entries - 1, Entries, Entries + 1, 10_000 })
        {
            var place = 0;
            await foreach (var record in log.ReadAllAsync(0, pageSize, token).ConfigureAwait(false))
            {
                Expect.Equal(
                    (ulong)place + 1, record.Position, $"position of record {place + 1}, in pages of {pageSize}");
                Expect.That(
                    place < Entries && record.Entry.EntryHash == entries[place].EntryHash,
                    $"record {place + 1}, in pages of {pageSize}, is not entry {place + 1}");
                place++;
            }
            Expect.Equal(Entries, place, $"records read in pages of {pageSize}");
        }
        foreach (var after in (ulong[])[Entries, Entries + 1, long.MaxValue, 1ul << 63, ulong.MaxValue])
            Expect.Equal(
                0, (await log.ReadAsync(after, 10, token).ConfigureAwait(false)).Count,
                $"records after position {after}");
    }

    static async ValueTask FailAsync(IAuditSink store, AuditEntry entry, int i)
    {
        if (i % 2 == 0)
        {
            await Expect.ThrowsAsync<ArgumentNullException>(() => store.EmitAsync(null!, default), "emitting null")
                .ConfigureAwait(false);
            return;
        }
        var cancelled = new CancellationToken(canceled: true);
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => store.EmitAsync(entry, cancelled), "emitting with a cancelled token").ConfigureAwait(false);
    }
}
