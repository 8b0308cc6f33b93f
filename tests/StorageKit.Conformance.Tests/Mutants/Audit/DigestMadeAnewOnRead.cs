namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A67", Kills = "AUD-15", Says = "a change of the stored payload is not detected")]
internal sealed class DigestMadeAnewOnRead : IMutantDriver
{
    public DriverUnderTest Create()
    {
        var backend = new AuditBackend();
        return TamperableDriver.Create(backend, tenant => new HashesWhatItReads(backend, tenant));
    }

    sealed class HashesWhatItReads(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
    {
        // An entry whose stored hash does not fit is shown with one that does, and so is its digest.
        protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) => records.Select(
            record => record.Digest == record.Entry.Digest ? record : Healed(record));

        static AuditRecord Healed(AuditRecord record)
        {
            var entry = record.Entry;
            var healed = new AuditEntry(
                entry.Seq, entry.TimestampNs, entry.EventType, entry.AgentId, entry.SessionId, entry.Payload,
                entry.PreviousHash, entry.Lineage, entry.Redaction, entry.PolicyDocId);
            return record with { Entry = healed, Digest = healed.Digest };
        }
    }
}
