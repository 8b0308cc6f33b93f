using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public sealed partial class SqlitePolicyStore
{
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<IPolicyStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT DISTINCT agent FROM policies WHERE tenant = ?1 AND agent >= ?2 ORDER BY agent LIMIT ?3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, static () => 0,
        static (row, _) => AgentId.FromBytes(row.GetFieldValue<byte[]>(0)).ToString(),
        cancellationToken);
}
