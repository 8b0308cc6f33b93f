namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A correct audit log in a list under one lock, of which a mutant may replace a rule.</summary>
internal class ListedAuditLog(AuditBackend backend, TenantId tenant) : IAuditSink, IAuditLog
{
    readonly List<AuditRecord> _records = backend.Of(tenant);

    public virtual ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_records) Store(_records, entry);
        return default;
    }

    public virtual ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        lock (_records)
            return new([.. Shown(_records).Where(record => record.Position > after).Take(limit)]);
    }

    /// <summary>The tenant's log; lock it.</summary>
    protected List<AuditRecord> Records => _records;

    protected virtual void Store(List<AuditRecord> records, AuditEntry entry)
    {
        if (!records.Exists(record => IsSame(record.Entry, entry))) Append(records, entry);
    }

    protected virtual bool IsSame(AuditEntry stored, AuditEntry entry) => stored.EntryHash == entry.EntryHash;

    protected virtual IEnumerable<AuditRecord> Shown(List<AuditRecord> records) => records;

    protected static void Append(List<AuditRecord> records, AuditEntry entry) =>
        records.Add(new((ulong)records.Count + 1, entry, entry.Digest));

    /// <summary>The records in another order, numbered as if it were theirs.</summary>
    protected static IEnumerable<AuditRecord> Numbered(IEnumerable<AuditRecord> records) =>
        records.Select((record, i) => record with { Position = (ulong)i + 1 });
}
