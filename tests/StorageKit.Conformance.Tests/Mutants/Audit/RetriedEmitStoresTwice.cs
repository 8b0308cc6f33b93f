namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A53", Kills = "AUD-04", Says = "DUPLICATED ENTRY")]
internal sealed class RetriedEmitStoresTwice(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    int _emits;

    protected override void Store(List<AuditRecord> records, AuditEntry entry)
    {
        Append(records, entry);
        if (++_emits % 500 == 0) Append(records, entry);
    }
}
