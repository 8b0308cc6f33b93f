namespace StorageKit;

/// <summary>Ability of an <see cref="IAuditSink"/>: many entries in one durable step.</summary>
public interface IAuditBatchSink
{
    /// <summary>Records the entries in their order, all or none. Entries that are stored already are passed
    /// over.</summary>
    /// <exception cref="StorageException">None of the entries was recorded.</exception>
    [AppendOnly, Idempotent, DurableOnReturn]
    ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default);
}
