namespace StorageKit.Conformance.Clauses;

/// <summary>What reading an audit log back has to show.</summary>
internal static class AuditExpectations
{
    /// <summary>The log has these entries, every field as emitted, in this order, and no other.</summary>
    internal static async ValueTask ExpectLogAsync(
        this ClauseContext context, IReadOnlyList<AuditEntry> expected, string when)
    {
        var actual = await context.ReadAuditAsync().ConfigureAwait(false);
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
            if (AuditFields.FirstDifference(expected[i], actual[i]) is { } field)
                throw new ClauseViolationException(
                    $"read-back {when}: entry {i + 1} differs from what was emitted in its {field}");
        Expect.Equal(expected.Count, actual.Count, $"entries read back {when}");
    }

    /// <summary>Emits one after another.</summary>
    internal static async ValueTask EmitAllAsync(
        this IAuditSink sink, IEnumerable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries) await sink.EmitAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The log's records. Where the driver keeps no digests, those that the clause has of what it
    /// emitted.</summary>
    internal static async ValueTask<IReadOnlyList<AuditRecord>> ReadRecordsAsync(
        this ClauseContext context, IEnumerable<AuditEntry> emitted, TenantStores? stores = null)
    {
        stores ??= context.Stores;
        List<AuditRecord> records = [];
        if (stores.Get<IAuditSink>() is IAuditLog log)
        {
            await foreach (var record in log.ReadAllAsync(cancellationToken: context.CancellationToken)
                .ConfigureAwait(false))
                records.Add(record);
            return records;
        }
        var digests = emitted.ToLookup(entry => entry.EntryHash, entry => entry.Digest);
        foreach (var entry in await context.ReadAuditAsync(stores).ConfigureAwait(false))
            records.Add(
                new((ulong)records.Count + 1, entry, digests[entry.EntryHash].DefaultIfEmpty(entry.Digest).First()));
        return records;
    }

    /// <summary>The records of one session are an unbroken chain.</summary>
    internal static AuditCheckpoint ExpectIntact(IEnumerable<AuditRecord> chain, string what)
    {
        var report = Verify(chain);
        return report.Checkpoint
            ?? throw new ClauseViolationException($"{what}: expected an intact chain, got {report}");
    }

    /// <summary>The verifier finds the fault at its place, counted from 0.</summary>
    internal static void ExpectFault(
        IEnumerable<AuditRecord> chain, long index, string what, AuditCheckpoint? checkpoint = null)
    {
        var report = Verify(chain, checkpoint);
        if (report.Fault?.Index == index) return;
        var how = report.IsIntact ? "is not detected" : "is not detected where it is";
        throw new ClauseViolationException($"{what} {how}: expected a fault at entry {index}, got {report}");
    }

    static AuditChainReport Verify(IEnumerable<AuditRecord> chain, AuditCheckpoint? checkpoint = null)
    {
        var verifier = new AuditChainVerifier(checkpoint: checkpoint);
        foreach (var record in chain) verifier.Add(record);
        return verifier.Finish();
    }
}
