namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A13", Kills = "AUD-03", Says = "NOT A PREFIX")]
internal sealed class UpsertsOnSequenceNumber(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    protected override void Store(List<AuditRecord> records, AuditEntry entry)
    {
        var place = records.FindIndex(r => r.Entry.SessionId == entry.SessionId && r.Entry.Seq == entry.Seq);
        if (place < 0) Append(records, entry);
        else records[place] = new((ulong)place + 1, entry, entry.Digest);
    }
}
