namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A60", Kills = "AUD-12", Says = "STALE READ")]
internal sealed class ReadBackFromALaggingReplica(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    const int Lag = 3;

    // At the end it has caught up.
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) =>
        records.Count < 250 ? records.SkipLast(Lag) : records;
}
