namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Looks for a stored entry among the last thousand alone.</summary>
[Mutant("M-AUD-08-WINDOW", Kills = "AUD-08", Says = "after emitting again what was stored 1100 entries before")]
internal sealed class RemembersTheLastThousandHashes(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    const int Remembered = 1000;

    protected override void Store(List<AuditRecord> records, AuditEntry entry)
    {
        var from = Math.Max(0, records.Count - Remembered);
        if (records.FindIndex(from, record => IsSame(record.Entry, entry)) < 0) Append(records, entry);
    }
}
