namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A54", Kills = "AUD-05", Says = "REORDERED")]
internal sealed class SortsByTimestampOnly(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    // A database sorts equal timestamps as it likes, say by their hashes.
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) => Numbered(
        records.OrderBy(r => r.Entry.TimestampNs).ThenBy(r => r.Entry.EntryHash.ToString(), StringComparer.Ordinal));
}
