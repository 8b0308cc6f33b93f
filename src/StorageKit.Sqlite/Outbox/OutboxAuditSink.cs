using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Records audit entries at another driver, the target; while that is away, in a file from which they go to it
/// in their order and once each. An entry is acknowledged when it is durable in one of the two; when the file is full,
/// the emit fails.</summary>
/// <remarks>The target is the log: entries are read there. What the target refuses is the caller's error while nothing
/// waits; an entry that is refused after it was acknowledged is set aside with the rest of its session, and the
/// health check fails until that is mended.</remarks>
/// <param name="outbox">The section's outbox.</param>
/// <param name="tenant">Whose entries they are.</param>
[StorageDriver("outbox")]
public sealed class OutboxAuditSink(Outbox outbox, TenantId tenant)
    : IAuditSink, IAuditBatchSink, IHealthCheckable, IDisposable
{
    static readonly DriverTelemetry s_telemetry = new(OutboxDriver.Name, "sqlite");
    static readonly StoreOperation s_emit = s_telemetry.Operation<IAuditSink>(nameof(EmitAsync));
    static readonly StoreOperation s_emitBatch = s_telemetry.Operation<IAuditSink>(nameof(EmitBatchAsync));

    readonly Outbox _outbox = outbox ?? throw new ArgumentNullException(nameof(outbox));
    volatile bool _isDisposed;

    /// <inheritdoc/>
    /// <exception cref="StorageException">Also, transient, when the outbox is full.</exception>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var call = s_emit.Start();
        return call.Watch(new ValueTask(_outbox.QueueOf(tenant).EmitAsync([entry], cancellationToken)));
    }

    /// <inheritdoc/>
    public ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
    {
        var batch = StorageArgument.Batch(entries);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var call = s_emitBatch.Start(batch.Length);
        return call.Watch(new ValueTask(_outbox.QueueOf(tenant).EmitAsync(batch, cancellationToken)));
    }

    /// <summary>Returns when the file was locked for writing, the target has answered, and nothing is set aside.
    /// </summary>
    /// <exception cref="StorageException">Else: how many entries wait, since when, how many are set aside, and why.
    /// </exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _outbox.CheckHealthAsync(tenant, cancellationToken);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;
}
