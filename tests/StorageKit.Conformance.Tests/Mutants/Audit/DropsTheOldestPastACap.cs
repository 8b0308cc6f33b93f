namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A52", Kills = "AUD-03", Says = "NOT A PREFIX")]
internal sealed class DropsTheOldestPastACap(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    const int Cap = 1000;

    protected override void Store(List<AuditRecord> records, AuditEntry entry)
    {
        if (records.Count == Cap) records.RemoveAt(0);
        records.Add(new((records.LastOrDefault()?.Position ?? 0) + 1, entry, entry.Digest));
    }
}
