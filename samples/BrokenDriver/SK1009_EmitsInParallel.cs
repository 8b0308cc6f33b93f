using StorageKit;

namespace BrokenDriver;

/// <summary>Copies a log to another sink, faster than its order allows.</summary>
[StorageDriver("parallel")]
public sealed class ParallelAudit : IAuditSink, IAuditBatchSink
{
    readonly Lock _gate = new();
    readonly List<AuditEntry> _entries = [];

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            _entries.Add(entry);
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask EmitBatchAsync(
        IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(entries.Select(e => EmitAsync(e, cancellationToken).AsTask())); // SK1009
}
