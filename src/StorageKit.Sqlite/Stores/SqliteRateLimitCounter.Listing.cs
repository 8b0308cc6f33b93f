using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public sealed partial class SqliteRateLimitCounter
{
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<IRateLimitCounter>(nameof(ListWindowsAsync));

    const string List = """
        SELECT key, total, expires_at FROM counters
        WHERE tenant = ?1 AND key >= ?2 AND expires_at > ?4 ORDER BY key LIMIT ?3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<RateLimitWindow> ListWindowsAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, () => Now,
        static (row, now) => new RateLimitWindow(
            Utf8.Text(row.GetFieldValue<byte[]>(0)), Unshifted(row.GetInt64(1)),
            row.GetInt64(2) is var end and not long.MaxValue ? new(end - now) : TimeSpan.MaxValue),
        cancellationToken);
}
