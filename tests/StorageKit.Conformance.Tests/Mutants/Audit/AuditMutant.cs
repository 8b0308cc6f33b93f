namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A correct audit sink, whose calls a mutant may replace.</summary>
internal class AuditMutant(IAuditSink inner) : IAuditSink, IAuditLog
{
    protected IAuditSink Inner => inner;

    public virtual ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        inner.EmitAsync(entry, cancellationToken);

    public virtual async ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
        [.. (await ((IAuditLog)inner).ReadAsync(after, limit, cancellationToken)).Select(Show)];

    /// <summary>What read-back makes of a record.</summary>
    protected virtual AuditRecord Show(AuditRecord record) => record;

    /// <summary>A record whose entry has other fields, beside the hash that was stored.</summary>
    protected static AuditRecord Change(
        AuditRecord record, ulong? timestampNs = null, string? payload = null, Hash256? previousHash = null,
        AuditLineage? lineage = null)
    {
        var entry = record.Entry;
        var changed = new AuditEntry(
            entry.Seq, timestampNs ?? entry.TimestampNs, entry.EventType, entry.AgentId, entry.SessionId,
            payload ?? entry.Payload, previousHash ?? entry.PreviousHash, lineage ?? entry.Lineage, entry.Redaction,
            entry.PolicyDocId);
        return record with { Entry = AuditEntry.Restore(changed, entry.EntryHash) };
    }
}
