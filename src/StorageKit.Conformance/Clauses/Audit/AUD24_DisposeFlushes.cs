namespace StorageKit.Conformance.Clauses;

/// <summary>Dispose flushes everything acknowledged.</summary>
[Clause(
    "AUD-24", "Disposing at once after a burst loses nothing that was acknowledged.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack | Needs.Shared)]
internal sealed class AUD24_DisposeFlushes : Clause<IAuditSink>
{
    const int Sessions = 10;
    const int EntriesEach = 10;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var chains = Enumerable.Range(0, Sessions).Select(_ => AuditSamples.Chain(EntriesEach)).ToArray();
        await Task.WhenAll(chains.Select(chain => store.EmitAllAsync(chain, context.CancellationToken).AsTask()))
            .ConfigureAwait(false);
        await context.ReopenAsync().ConfigureAwait(false);

        var stored = (await context.ReadAuditAsync().ConfigureAwait(false)).Select(entry => entry.EntryHash)
            .ToHashSet();
        var lost = chains.SelectMany(chain => chain).Count(entry => !stored.Contains(entry.EntryHash));
        Expect.Equal(0, lost, $"of {Sessions * EntriesEach} acknowledged entries, those lost by disposing at once");
        Expect.Equal(Sessions * EntriesEach, stored.Count, "different entries read back after reopening");
    }
}
