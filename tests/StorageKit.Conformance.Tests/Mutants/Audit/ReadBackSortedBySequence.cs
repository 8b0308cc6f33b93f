namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A63", Kills = "AUD-16", Says = "two entries swapped is not detected")]
internal sealed class ReadBackSortedBySequence(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) =>
        Numbered(records.OrderBy(record => record.Entry.Seq));
}
