namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A07", Kills = "AUD-15", Says = "a chain as it was emitted")]
internal sealed class DigestCoversIdsAndPreviousHashOnly(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record)
    {
        var entry = record.Entry;
        var ids = new AuditEntry(
            0, 0, default, entry.AgentId, entry.SessionId, "", entry.PreviousHash);
        return record with { Digest = ids.Digest };
    }
}
