using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public sealed partial class SqliteSessionStore
{
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<ISessionStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT session FROM sessions
        WHERE tenant = ?1 AND session >= ?2 AND saved_at > ?4 ORDER BY session LIMIT ?3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, () => SteadyClock.Cutoff(Now, Options.SessionTtl),
        static (row, _) => SessionId.FromBytes(row.GetFieldValue<byte[]>(0)).ToString(),
        cancellationToken);
}
