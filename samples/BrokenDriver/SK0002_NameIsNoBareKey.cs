using StorageKit;

namespace BrokenDriver;

/// <summary>A name with a blank cannot head a <c>[storage.NAME]</c> section.</summary>
[StorageDriver("Odd Name")] // SK0002
public sealed class OddName : IAuditSink
{
    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;
}
