namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-Z05", Kills = "AUD-10", Says = "position of record")]
internal sealed class TakesTheNumberBeforeAnInsertThatFails(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    ulong _number;

    protected override void Store(List<AuditRecord> records, AuditEntry entry)
    {
        _number++;
        if (!records.Exists(record => IsSame(record.Entry, entry))) records.Add(new(_number, entry, entry.Digest));
    }
}
