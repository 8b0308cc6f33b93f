namespace StorageKit.Specimens.Tests.Memory;

/// <summary>Appends under a lock, and looks at nothing: neither whether the entry is there already nor how many there
/// are.</summary>
internal sealed class MemoryAudit(MemoryLogs logs, TenantId tenant) : IAuditSink
{
    readonly List<AuditEntry> _entries = logs.Of(tenant);

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_entries) _entries.Add(entry);
        return default;
    }
}
