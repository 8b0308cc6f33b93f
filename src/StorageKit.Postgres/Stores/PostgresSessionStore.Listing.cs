using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public sealed partial class PostgresSessionStore
{
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<ISessionStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT session FROM sessions
        WHERE tenant = $1 AND ($2::uuid IS NULL OR session > $2) AND saved_at > now_ticks() - $4 ORDER BY session LIMIT $3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, DBNull.Value, static row => Ids.ToSession(row.GetGuid(0)).ToString(), cancellationToken, _ttl);
}
