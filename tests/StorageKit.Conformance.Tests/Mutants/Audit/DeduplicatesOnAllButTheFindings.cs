namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A58", Kills = "AUD-09", Says = "equal in all but the findings")]
internal sealed class DeduplicatesOnAllButTheFindings(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    protected override bool IsSame(AuditEntry stored, AuditEntry entry) =>
        (
            stored.SessionId, stored.Seq, stored.AgentId, stored.EventType, stored.TimestampNs, stored.Payload,
            stored.PreviousHash)
        == (entry.SessionId,
            entry.Seq, entry.AgentId, entry.EventType, entry.TimestampNs, entry.Payload, entry.PreviousHash)
        && stored.Lineage == entry.Lineage && stored.PolicyDocId == entry.PolicyDocId
        && stored.Redaction.RedactedPayload == entry.Redaction.RedactedPayload;
}
