using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>A name with a blank cannot head a <c>[storage.NAME]</c> section.</summary>
[StorageDriver("Odd Name")] // SK0002
public sealed class OddName : IAuditSink
{
    readonly ConcurrentQueue<AuditEntry> _entries = new();

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        _entries.Enqueue(entry);
        return default;
    }
}
