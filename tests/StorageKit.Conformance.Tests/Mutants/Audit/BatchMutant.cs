namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A correct audit log that takes batches, of which a mutant may replace the taking.</summary>
internal abstract class BatchMutant(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant), IAuditBatchSink
{
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var batch = StorageArgument.Batch(entries);
        cancellationToken.ThrowIfCancellationRequested();
        lock (Records) StoreAll(batch);
        return default;
    }

    protected abstract void StoreAll(AuditEntry[] batch);
}
