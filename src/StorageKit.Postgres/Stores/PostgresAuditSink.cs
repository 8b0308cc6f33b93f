using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Records audit entries: each one on the server's disk before it is acknowledged, numbered 1, 2, 3 … per
/// tenant without a hole. The database itself keeps records from being changed or removed.</summary>
/// <remarks>Entries of concurrent callers share a transaction. An emit is done again when the connection broke before
/// the server's answer: what is stored already is not stored twice.</remarks>
[StorageDriver("postgres")]
public sealed class PostgresAuditSink : PostgresStore, IAuditSink, IAuditBatchSink, IAuditLog
{
    static readonly StoreOperation s_emit = PostgresTelemetry.Operation<IAuditSink>(nameof(EmitAsync));
    static readonly StoreOperation s_emitBatch = PostgresTelemetry.Operation<IAuditSink>(nameof(EmitBatchAsync));
    static readonly StoreOperation s_read = PostgresTelemetry.Operation<IAuditSink>(nameof(ReadAsync));

    const string Page = """
        SELECT position, digest, body FROM audit WHERE tenant = $1 AND position > $2 ORDER BY position LIMIT $3
        """;

    readonly GroupWriter<PendingEmit, StorageException?> _writer;

    /// <summary>A sink.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose log it is.</param>
    public PostgresAuditSink(PostgresDatabase database, TenantId tenant) : base(database, tenant) =>
        _writer = new(database, new AuditTransaction(database.Options, tenant).StoreAsync, mayRepeat: true);

    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ThrowIfDisposed();
        using var call = s_emit.Start();
        return call.Watch(new ValueTask(StoreAsync([new(entry)], cancellationToken)));
    }

    /// <inheritdoc/>
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var rows = Array.ConvertAll(StorageArgument.Batch(entries), static entry => new AuditRow(entry));
        ThrowIfDisposed();
        using var call = s_emitBatch.Start(rows.Length);
        return call.Watch(new ValueTask(StoreAsync(rows, cancellationToken)));
    }

    async Task StoreAsync(AuditRow[] rows, CancellationToken cancellationToken)
    {
        var refusal = await _writer.WriteAsync(new(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (refusal is not null) throw refusal;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        var position = (long)Math.Min(after, long.MaxValue);
        return await ReadAllAsync(s_read, new(Page, Tenant, position, (long)limit), AuditRow.Decode, cancellationToken)
            .ConfigureAwait(false);
    }
}
