using StorageKit;

namespace DriverTemplate;

/// <summary>Entries in the order in which they were acknowledged, never changed.</summary>
[StorageDriver("driver-template")]
public sealed class AuditSink(Backend backend, TenantId tenant) : IAuditSink, IAuditLog
{
    /// <inheritdoc/>
    public ValueTask EmitAsync(
        AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
