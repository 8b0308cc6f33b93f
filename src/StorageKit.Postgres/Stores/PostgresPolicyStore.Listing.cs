using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public sealed partial class PostgresPolicyStore
{
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<IPolicyStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT DISTINCT agent FROM policies WHERE tenant = $1 AND ($2::uuid IS NULL OR agent > $2)
        ORDER BY agent LIMIT $3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, DBNull.Value, static row => Ids.ToAgent(row.GetGuid(0)).ToString(), cancellationToken);
}
