namespace StorageKit.Postgres;

/// <summary>A queued emit of one or several entries, all of which are stored or none.</summary>
internal sealed class PendingEmit(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    : PendingCall<StorageException?>(cancellationToken)
{
    internal IReadOnlyList<AuditRow> Rows => rows;

    internal override int Count => rows.Count;

    internal override long Size { get; } = rows.Sum(static row => (long)row.Body.Length);
}
