namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-Z03", Kills = "AUD-06", Says = "REORDERED")]
internal sealed class TwoQueuesMergedRoundRobin(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records)
    {
        var queues = records.ToLookup(record => record.Entry.SessionId.GetHashCode() % 2 == 0);
        return Numbered(
            queues.SelectMany(queue => queue.Select((record, turn) => (record, turn))).OrderBy(p => p.turn)
                .Select(p => p.record));
    }
}
