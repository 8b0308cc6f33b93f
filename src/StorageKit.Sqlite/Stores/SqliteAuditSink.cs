using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Records audit entries: each one synced to the disk before it is acknowledged, numbered 1, 2, 3 … per tenant
/// without a hole. Triggers in the file keep every program from changing or removing a record.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose log it is.</param>
[StorageDriver("sqlite")]
public sealed class SqliteAuditSink(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), IAuditSink, IAuditBatchSink, IAuditLog
{
    static readonly StoreOperation s_emit = SqliteTelemetry.Operation<IAuditSink>(nameof(EmitAsync));
    static readonly StoreOperation s_emitBatch = SqliteTelemetry.Operation<IAuditSink>(nameof(EmitBatchAsync));
    static readonly StoreOperation s_read = SqliteTelemetry.Operation<IAuditSink>(nameof(ReadAsync));

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = new AuditRow(entry);
        return WriteAsync(
            s_emit, connection => row.Append(connection, Tenant, Options.EnforceChain), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var rows = Array.ConvertAll(StorageArgument.Batch(entries), static entry => new AuditRow(entry));
        return WriteAsync(
            s_emitBatch, rows.Length,
            connection => rows.Count(row => row.Append(connection, Tenant, Options.EnforceChain)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        return ReadAsync<IReadOnlyList<AuditRecord>>(
            s_read, connection => after > long.MaxValue ? [] : AuditRow.Read(connection, Tenant, (long)after, limit),
            cancellationToken);
    }
}
