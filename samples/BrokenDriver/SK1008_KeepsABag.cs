using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>Keeps everything, and cannot say what came first.</summary>
[StorageDriver("bag")]
public sealed class BagAudit : IAuditSink
{
    readonly ConcurrentBag<AuditEntry> _entries = []; // SK1008

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        _entries.Add(entry);
        return default;
    }
}
