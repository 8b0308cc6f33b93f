namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A59", Kills = "AUD-12", Says = "NOT A PREFIX")]
internal sealed class ReadBackGroupedBySession(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) =>
        Numbered(records.GroupBy(record => record.Entry.SessionId).SelectMany(session => session));
}
