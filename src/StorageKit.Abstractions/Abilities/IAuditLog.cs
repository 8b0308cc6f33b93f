namespace StorageKit;

/// <summary>Ability of an <see cref="IAuditSink"/>: ordered read-back, by pages. The reference has none, which is why
/// its chain cannot be verified from a durable sink.</summary>
public interface IAuditLog
{
    /// <summary>Up to <paramref name="limit"/> records after a position, in the order in which they were acknowledged.
    /// </summary>
    /// <param name="after">0 for the beginning, else <see cref="AuditRecord.Position"/> of the last record
    /// read.</param>
    /// <param name="limit">1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>An empty list when there is nothing more yet. A reader never sees a record before every earlier one:
    /// what was read once is a prefix of all later reads.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is out of its range.</exception>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/> when a stored record cannot be
    /// decoded.</exception>
    ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default);
}
