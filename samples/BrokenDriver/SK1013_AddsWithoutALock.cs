using StorageKit;

namespace BrokenDriver;

/// <summary>A log in a list, which two callers may lengthen at once.</summary>
[StorageDriver("unguarded")]
public sealed class UnguardedAudit : IAuditSink
{
    readonly List<AuditEntry> _entries = [];

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        _entries.Add(entry); // SK1013
        return default;
    }
}
