using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log of one entry: the last.</summary>
[StorageDriver("last-line")]
public sealed class LastLineAudit : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        await File.WriteAllTextAsync("audit.jsonl", entry.ToJson() + "\n", cancellationToken); // SK1006
}
