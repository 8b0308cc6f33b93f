using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public sealed partial class SqliteCredentialStore
{
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<ICredentialStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT key FROM credentials WHERE tenant = ?1 AND key >= ?2 ORDER BY key LIMIT ?3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, static () => 0,
        static (row, _) => Utf8.Text(row.GetFieldValue<byte[]>(0)),
        cancellationToken);
}
