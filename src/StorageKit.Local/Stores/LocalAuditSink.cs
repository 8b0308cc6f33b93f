using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>Records audit entries as JSON Lines: each one synced to the disk before it is acknowledged, numbered
/// 1, 2, 3 … per tenant without a hole, each line with a checksum. What a killed process left unfinished is moved aside
/// when the log is next used; damage anywhere else is an error that names the file and the line.</summary>
/// <remarks>An index of about 100 bytes a record is held in memory, and made by reading the log when it is first used.
/// A disk that fails makes an emit fail, and nothing of it is stored.</remarks>
/// <param name="folder">The section's folder.</param>
/// <param name="tenant">Whose log it is.</param>
[StorageDriver("local")]
public sealed class LocalAuditSink(LocalFolder folder, TenantId tenant)
    : LocalStore(folder, tenant), IAuditSink, IAuditBatchSink, IAuditLog
{
    static readonly StoreOperation s_emit = LocalTelemetry.Operation<IAuditSink>(nameof(EmitAsync));
    static readonly StoreOperation s_emitBatch = LocalTelemetry.Operation<IAuditSink>(nameof(EmitBatchAsync));
    static readonly StoreOperation s_read = LocalTelemetry.Operation<IAuditSink>(nameof(ReadAsync));

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return EmitAsync(s_emit, [entry], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default) =>
        EmitAsync(s_emitBatch, StorageArgument.Batch(entries), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        return ReadAsync<IReadOnlyList<AuditRecord>>(s_read, () => Files.Audit.Read(after, limit), cancellationToken);
    }
}
