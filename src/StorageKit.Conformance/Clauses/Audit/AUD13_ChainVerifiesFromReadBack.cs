namespace StorageKit.Conformance.Clauses;

/// <summary>The chain of each session verifies from read-back: genesis, links, numbers, hashes.</summary>
[Clause(
    "AUD-13", "The chain of each session verifies from read-back: genesis, links, numbers and hashes.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD13_ChainVerifiesFromReadBack : Clause<IAuditSink>
{
    const int Sessions = 8;
    const int EntriesEach = 12;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var chains = Enumerable.Range(0, Sessions).Select(_ => AuditSamples.Chain(EntriesEach)).ToArray();
        await context.RunCallersAsync(
            Sessions, caller => store.EmitAllAsync(chains[caller], context.CancellationToken).AsTask())
                .ConfigureAwait(false);

        var entries = await context.ReadAuditAsync().ConfigureAwait(false);
        foreach (var chain in chains)
        {
            var session = chain[0].SessionId;
            var report = AuditChain.Verify(entries.Where(entry => entry.SessionId == session));
            Expect.That(report.IsIntact, $"a session of {EntriesEach} entries: {report}");
            Expect.That(
                report.EntriesChecked == EntriesEach,
                $"LOST: of a session of {EntriesEach} entries, read-back has {report.EntriesChecked}; they were "
                + "acknowledged, and are not stored in full or not as entries of this session");
        }
        if (store is not IAuditLog log) return;
        var reports = await AuditChain.VerifyAsync(log, null, context.CancellationToken).ConfigureAwait(false);
        Expect.Equal(Sessions, reports.Count, "sessions found in the log");
        foreach (var report in reports.Values)
            Expect.That(report.IsIntact, $"a session of {EntriesEach} entries, with the stored digests: {report}");
    }
}
