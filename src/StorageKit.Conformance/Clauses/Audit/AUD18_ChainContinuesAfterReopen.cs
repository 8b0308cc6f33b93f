namespace StorageKit.Conformance.Clauses;

/// <summary>After reopen the chain continues from the last entry.</summary>
[Clause(
    "AUD-18", "After closing and opening again, the log is what it was and its chains go on from their last entries.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash, Needs = Needs.AuditReadBack | Needs.Shared)]
internal sealed class AUD18_ChainContinuesAfterReopen : Clause<IAuditSink>
{
    const int Rounds = 3;
    const int EntriesEach = 5;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        List<AuditEntry> emitted = [];
        var trail = AuditSamples.NewTrail();
        for (var round = 1; round <= Rounds; round++)
        {
            var entries = Enumerable.Range(0, EntriesEach).Select(_ => trail.Next()).ToArray();
            emitted.AddRange(entries);
            await context.Stores.Get<IAuditSink>().EmitAllAsync(entries, context.CancellationToken)
                .ConfigureAwait(false);
            await context.ReopenAsync().ConfigureAwait(false);
            await context.ExpectLogAsync(emitted, $"after reopening, time {round}").ConfigureAwait(false);
            var records = await context.ReadRecordsAsync(emitted).ConfigureAwait(false);
            AuditExpectations.ExpectIntact(records, $"the chain after reopening, time {round}");
            for (var i = 0; i < records.Count; i++)
                Expect.Equal(
                    (ulong)i + 1, records[i].Position, $"position of record {i + 1} after reopening, time {round}");
            trail = AuditTrail.Resume(records[^1].Entry);
        }
    }
}
