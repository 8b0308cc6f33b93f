namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A62", Kills = "AUD-15", Says = "is not what its hash was made of is not detected")]
internal sealed class HashMadeAnewOnRead(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record)
    {
        var entry = record.Entry;
        return record with
        {
            Entry = new(
                entry.Seq, entry.TimestampNs, entry.EventType, entry.AgentId, entry.SessionId, entry.Payload,
                entry.PreviousHash, entry.Lineage, entry.Redaction, entry.PolicyDocId),
        };
    }
}
