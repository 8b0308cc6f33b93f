using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Records audit entries in this process, for as long as the section is open. Nothing is ever dropped: memory
/// grows with the log.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose log it is.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryAuditSink(MemoryData data, TenantId tenant)
    : MemoryStore(data), IAuditSink, IAuditBatchSink, IAuditLog
{
    static readonly StoreOperation s_emit = MemoryTelemetry.Operation<IAuditSink>(nameof(EmitAsync));
    static readonly StoreOperation s_emitBatch = MemoryTelemetry.Operation<IAuditSink>(nameof(EmitBatchAsync));
    static readonly StoreOperation s_read = MemoryTelemetry.Operation<IAuditSink>(nameof(ReadAsync));

    readonly AuditRecords _records = data.Of(tenant).Audit;

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ThrowIfDisposed();
        return s_emit.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : Answer(_records.Append(entry) ? null : entry));
    }

    /// <inheritdoc/>
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var batch = StorageArgument.Batch(entries);
        ThrowIfDisposed();
        return s_emitBatch.Start(batch.Length).Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : Answer(_records.AppendAll(batch)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        ThrowIfDisposed();
        return s_read.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<IReadOnlyList<AuditRecord>>(cancellationToken)
            : new(_records.Read(after, limit)));
    }

    static ValueTask Answer(AuditEntry? refused) => refused is null
        ? default
        : ValueTask.FromException(new StorageException(
            StorageErrorKind.Conflict,
            $"entry {refused.Seq} does not continue the chain of session {refused.SessionId}; "
            + "read the chain's last entry and link to it, or set enforce_chain = false in [storage.memory]"));
}
