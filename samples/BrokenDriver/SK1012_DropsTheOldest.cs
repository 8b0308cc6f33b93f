using System.Threading.Channels;
using StorageKit;

namespace BrokenDriver;

/// <summary>Keeps up with any load by forgetting what it has no time for.</summary>
[StorageDriver("keeping-up")]
public sealed class KeepingUpAudit : IAuditSink
{
    readonly Channel<AuditEntry> _entries = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(1000)
    {
        FullMode = BoundedChannelFullMode.DropOldest, // SK1012
    });

    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        await _entries.Writer.WriteAsync(entry, cancellationToken);
}
