using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public sealed partial class PostgresRateLimitCounter
{
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(ListWindowsAsync));

    // One moment for all of a page. When the clock was set back, the next increment moves the window's end with it.
    const string List = """
        WITH t AS MATERIALIZED (SELECT now_ticks() AS now)
        SELECT key_hash, key, total,
            CASE WHEN expires_at = 9223372036854775807 THEN expires_at ELSE expires_at - greatest(t.now, seen_at) END
        FROM counters, t WHERE tenant = $1 AND key_hash > $2 AND expires_at > t.now ORDER BY key_hash LIMIT $3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<RateLimitWindow> ListWindowsAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, Array.Empty<byte>(), Decode, cancellationToken);

    static RateLimitWindow Decode(NpgsqlDataReader row)
    {
        const string Table = "counters";
        var (total, remaining) = (row.GetDecimal(2), row.GetInt64(3));
        return total is >= 0 and <= ulong.MaxValue && remaining > 0
            ? new(KeyOf(row, 1, Table), (ulong)total, new(remaining))
            : throw Damaged(row, Table);
    }
}
