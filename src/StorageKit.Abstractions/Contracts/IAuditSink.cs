namespace StorageKit;

/// <summary>Records governance decisions, append-only and in order, so that the hash chain of a session stays
/// verifiable.</summary>
/// <remarks>Safe for any number of concurrent callers. Reading back is an ability of its own: <see cref="IAuditLog"/>.
/// A sink records; <see cref="AuditChain"/> judges. Clauses AUD-01 to AUD-28.</remarks>
[StorageContract("audit_sink")]
[AppendOnly]
public interface IAuditSink
{
    /// <summary>Records one entry. When it returns, the entry is as durable as the driver promises; entries of one
    /// caller are kept in the order of their calls, and a call that returned before another began comes
    /// first.</summary>
    /// <remarks>An entry that is stored already (equal <see cref="AuditEntry.EntryHash"/>) succeeds and stores nothing
    /// more. Another entry in the same place of a session's chain is refused only where the section says
    /// <c>enforce_chain = true</c>.</remarks>
    /// <exception cref="StorageException">The entry could not be recorded: <see cref="StorageErrorKind.Backend"/>,
    /// <see cref="StorageErrorKind.Timeout"/>, or <see cref="StorageErrorKind.Conflict"/> under <c>enforce_chain</c>.
    /// </exception>
    [AppendOnly, Idempotent, DurableOnReturn]
    ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default);
}
