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
    public static async IAsyncEnumerable<AuditRecord> ReadAllAsync(
        this IAuditLog log, ulong after = 0, int pageSize = 1000,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        while (true)
        {
            var page = await log.ReadAsync(after, pageSize, cancellationToken).ConfigureAwait(false);
            foreach (var record in page) yield return record;
            if (page.Count == 0) yield break;
            after = page[^1].Position;
        }
    }
}
