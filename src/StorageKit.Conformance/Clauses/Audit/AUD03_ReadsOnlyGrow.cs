namespace StorageKit.Conformance.Clauses;

/// <summary>Append-only: an earlier read is a prefix of every later read.</summary>
/// <remarks>Up to more entries than a page of read-back has. Among them is one in another entry's place of its chain,
/// which is recorded beside it, not over it.</remarks>
[Clause(
    "AUD-03", "Append-only: an earlier read is an exact prefix of every later read.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD03_ReadsOnlyGrow : Clause<IAuditSink>
{
    const int Sessions = 20;
    static readonly int[] s_sizes = [1, 10, 100, 1_100];

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var trails = Enumerable.Range(0, Sessions).Select(_ => AuditSamples.NewTrail()).ToArray();
        IReadOnlyList<AuditEntry> earlier = [];
        var emitted = 0;
        foreach (var size in s_sizes)
        {
            List<Task> emits = [];
            for (; emitted < size; emitted++)
                emits.Add(store.EmitAsync(trails[emitted % Sessions].Next(), context.CancellationToken).AsTask());
            await Task.WhenAll(emits).ConfigureAwait(false);
            earlier = await ExpectGrowthAsync(context, earlier, size, $"after {size} emits").ConfigureAwait(false);
        }

        var rival = AuditDraft.Of(earlier[0]) with { Payload = "another entry in the same place" };
        await store.EmitAsync(rival.ToEntry(), context.CancellationToken).ConfigureAwait(false);
        await ExpectGrowthAsync(context, earlier, emitted + 1, "after another entry for the place of entry 1")
            .ConfigureAwait(false);
    }

    static async ValueTask<IReadOnlyList<AuditEntry>> ExpectGrowthAsync(
        ClauseContext context, IReadOnlyList<AuditEntry> earlier, int size, string when)
    {
        var later = await context.ReadAuditAsync().ConfigureAwait(false);
        for (var i = 0; i < earlier.Count; i++)
        {
            Expect.That(i < later.Count, $"NOT A PREFIX: entry {i + 1} was read before and is gone {when}");
            Expect.That(
                earlier[i].Equals(later[i]), $"NOT A PREFIX: entry {i + 1} was read before and is another one {when}");
        }
        Expect.Equal(size, later.Count, $"entries read back {when}");
        return later;
    }
}
