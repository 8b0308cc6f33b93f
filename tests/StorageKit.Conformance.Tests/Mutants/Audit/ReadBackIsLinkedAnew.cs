namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A64", Kills = "AUD-16", Says = "an entry removed from the middle is not detected")]
internal sealed class ReadBackIsLinkedAnew(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
{
    // A sink that numbers and links by itself makes any selection of entries look whole.
    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records)
    {
        Dictionary<SessionId, AuditTrail> trails = [];
        foreach (var record in records)
        {
            var entry = record.Entry;
            if (!trails.TryGetValue(entry.SessionId, out var trail))
                trails.Add(entry.SessionId, trail = new(entry.AgentId, entry.SessionId));
            var linked = trail.Next(entry.EventType, entry.TimestampNs, entry.Payload);
            yield return record with { Entry = linked, Digest = linked.Digest };
        }
    }
}
