namespace StorageKit.Conformance.Clauses;

/// <summary>No hole that fills later: a reader never sees an entry before every earlier one.</summary>
/// <remarks>A reader follows the log by position while others write. What becomes visible behind it, it never sees:
/// that is how exporters and projections lose events.</remarks>
[Clause(
    "AUD-11", "No hole that fills later: a reader that follows the log misses nothing.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditLog, Stochastic = true)]
internal sealed class AUD11_NoHoleFillsLater : Clause<IAuditSink>
{
    const int Writers = 8;
    const int Readers = 2;
    const int EntriesEach = 25;

    const int MostRounds = 25;

    protected override ValueTask CheckAsync(IAuditSink store, ClauseContext context) =>
        context.RepeatAsync(MostRounds, round => RaceAsync(context, round));

    static async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        var store = tenant.Get<IAuditSink>();
        var log = (IAuditLog)store;
        var writing = Writers;
        var followed = new List<AuditRecord>[Readers];
        await context.RunCallersAsync(Writers + Readers, async caller =>
        {
            if (caller < Readers)
            {
                followed[caller] = await FollowAsync(
                    log, () => Volatile.Read(ref writing) > 0, context.CancellationToken)
                    .ConfigureAwait(false);
                return;
            }
            try
            {
                var random = context.RandomFor(caller, round);
                foreach (var entry in AuditSamples.Chain(EntriesEach))
                {
                    await store.EmitAsync(entry, context.CancellationToken).ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                Interlocked.Decrement(ref writing);
            }
        }).ConfigureAwait(false);

        var all = await context.ReadAuditAsync(tenant).ConfigureAwait(false);
        Expect.Equal(Writers * EntriesEach, all.Count, "entries read back at the end");
        foreach (var seen in followed)
        {
            for (var i = 0; i < seen.Count; i++)
                Expect.That(
                    seen[i].Entry.EntryHash == all[i].EntryHash,
                    $"HOLE FILLED LATER: a reader was given one entry as number {i + 1}, and now another stands there");
            Expect.Equal(all.Count, seen.Count, "entries that a reader was given while it followed the log");
        }
    }

    static async Task<List<AuditRecord>> FollowAsync(IAuditLog log, Func<bool> isWriting, CancellationToken token)
    {
        List<AuditRecord> seen = [];
        while (true)
        {
            var mayGrow = isWriting();
            var page = await log.ReadAsync(seen.Count == 0 ? 0 : seen[^1].Position, 100, token).ConfigureAwait(false);
            foreach (var record in page)
            {
                var before = seen.Count == 0 ? 0 : seen[^1].Position;
                Expect.That(
                    record.Position == before + 1,
                    $"HOLE: a reader was given position {record.Position} right after position {before}");
                seen.Add(record);
            }
            if (page.Count > 0) continue;
            if (!mayGrow) return seen;
            await Task.Yield();
        }
    }
}
