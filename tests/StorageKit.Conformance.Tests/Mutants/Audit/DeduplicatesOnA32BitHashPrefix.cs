namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A11", Kills = "AUD-09", Says = "MERGED")]
internal sealed class DeduplicatesOnA32BitHashPrefix(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    protected override bool IsSame(AuditEntry stored, AuditEntry entry) =>
        stored.EntryHash.ToString().AsSpan(0, 8).SequenceEqual(entry.EntryHash.ToString().AsSpan(0, 8));
}
