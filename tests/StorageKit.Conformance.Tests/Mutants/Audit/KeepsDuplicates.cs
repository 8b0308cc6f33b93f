namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A56", Kills = "AUD-08", Says = "after emitting entries again")]
internal sealed class KeepsDuplicates(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    protected override bool IsSame(AuditEntry stored, AuditEntry entry) => false;
}
