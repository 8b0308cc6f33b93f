using System.Runtime.CompilerServices;

namespace StorageKit;

/// <summary>Reads a whole <see cref="IAuditLog"/> page by page.</summary>
public static class AuditLogReading
{
    /// <summary>Every record after a position, up to the end of the log as it is when the last page is read; memory
    /// stays at one page.</summary>
    /// <param name="log">The log.</param>
    /// <param name="after">0 for the beginning.</param>
    /// <param name="pageSize">Records a page, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: a page does not go on after the
    /// position that it was asked for, so that reading on would never end.</exception>
    public static async IAsyncEnumerable<AuditRecord> ReadAllAsync(
        this IAuditLog log, ulong after = 0, int pageSize = 1000,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        while (true)
        {
            var page = await log.ReadAsync(after, pageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0) yield break;
            foreach (var record in page)
            {
                if (record.Position <= after)
                    throw new StorageException(
                        StorageErrorKind.Serialization,
                        $"the audit log was asked for what comes after position {after} "
                        + $"and gave position {record.Position}");
                after = record.Position;
                yield return record;
            }
        }
    }
}
