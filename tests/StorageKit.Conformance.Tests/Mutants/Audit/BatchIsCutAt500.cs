namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>As many entries of a batch as one statement takes are stored, and no more.</summary>
[Mutant("M-AUD-05-BATCH", Kills = "AUD-05", Says = "entries read back after a batch of 700: expected 800, got 600")]
internal sealed class BatchIsCutAt500(AuditBackend backend, TenantId tenant) : BatchMutant(backend, tenant)
{
    protected override void StoreAll(AuditEntry[] batch)
    {
        foreach (var entry in batch.Take(500)) Store(Records, entry);
    }
}
