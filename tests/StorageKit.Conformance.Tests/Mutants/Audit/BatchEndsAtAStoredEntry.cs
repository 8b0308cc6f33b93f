namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A batch is left at the first entry that is stored already: what comes after it is lost.</summary>
[Mutant(
    "M-AUD-08-BATCH", Kills = "AUD-08",
    Says = "after a batch of stored entries, new ones, and one of these twice")]
internal sealed class BatchEndsAtAStoredEntry(AuditBackend backend, TenantId tenant) : BatchMutant(backend, tenant)
{
    protected override void StoreAll(AuditEntry[] batch)
    {
        foreach (var entry in batch)
        {
            if (Records.Exists(record => IsSame(record.Entry, entry))) return;
            Append(Records, entry);
        }
    }
}
