using StorageKit;

namespace BrokenDriver;

/// <summary>Remembers a thousand entries, and no entry before them.</summary>
[StorageDriver("short-memory")]
public sealed class ShortMemoryAudit : IAuditSink
{
    readonly List<AuditEntry> _entries = [];

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        lock (_entries)
        {
            _entries.Add(entry);
            if (_entries.Count > 1000)
                _entries.RemoveAt(0); // SK1007
        }

        return default;
    }
}
