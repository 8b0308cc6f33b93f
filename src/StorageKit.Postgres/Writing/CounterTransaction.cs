using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Increments the counters of one tenant, one or many in one transaction. Increments of one key are added up
/// and stored as one; each is answered with its own total all the same.</summary>
/// <param name="options">The section's.</param>
/// <param name="tenant">Whose counters they are.</param>
/// <param name="expiredFound">Is told when some have expired.</param>
internal sealed class CounterTransaction(PostgresOptions options, TenantId tenant, Action expiredFound)
{
    // The clock is read again once the row is locked: between the beginning and the lock, another window may have been
    // opened. A clock before seen_at was set back; then the window's end moves back by as much.
    // Rows are locked in the order of their keys, so that services do not wait for each other in a circle.
    // A sum that would saturate changes nothing: where several were added up, nobody could tell their totals then.
    const string Increment = """
        INSERT INTO counters AS c (tenant, key, total, seen_at, expires_at)
        SELECT $1, n.key, n.amount, t.now,
            CASE WHEN n.length > 9223372036854775807 - t.now THEN 9223372036854775807 ELSE t.now + n.length END
        FROM unnest($2, $3, $4) AS n (key, amount, length), (SELECT now_ticks() AS now) AS t ORDER BY sha256(n.key)
        ON CONFLICT (tenant, key_hash) DO UPDATE SET (total, seen_at, expires_at) = (
            SELECT
                CASE WHEN c.expires_at <= t.now THEN excluded.total
                    ELSE least(c.total + excluded.total, 18446744073709551615) END,
                t.now,
                CASE WHEN c.expires_at > t.now AND (t.now >= c.seen_at OR c.expires_at = 9223372036854775807)
                        THEN c.expires_at
                    WHEN c.expires_at > t.now THEN c.expires_at - (c.seen_at - t.now)
                    WHEN excluded.expires_at = 9223372036854775807 THEN excluded.expires_at
                    ELSE t.now + least(excluded.expires_at - excluded.seen_at, 9223372036854775807 - t.now) END
            FROM (SELECT now_ticks() AS now) AS t)
        WHERE $5 OR c.total + excluded.total <= 18446744073709551615
        RETURNING key_hash, total, EXISTS (
            SELECT FROM counters AS e
            WHERE e.tenant = $1 AND e.expires_at <= c.seen_at AND e.key_hash <> c.key_hash)
        """;

    readonly TenantTransaction _transaction = new(options, tenant);
    readonly Guid _tenant = new(tenant.ToByteArray(), bigEndian: true);

    /// <returns>For each call its total; null for one that was not added, because together with the others of its key
    /// it would saturate: it has to be added alone.</returns>
    internal Task<IReadOnlyList<ulong?>> AddAsync(
        NpgsqlConnection connection, IReadOnlyList<PendingIncrement> batch, CancellationToken cancellationToken)
    {
        var sums = KeySum.Of(batch);
        var areAlone = sums.Count == batch.Count;
        var statement = new Statement(
            Increment, _tenant,
            sums.Values.Select(static sum => sum.Key).ToArray(),
            sums.Values.Select(static sum => sum.Amount).ToArray(),
            sums.Values.Select(static sum => sum.Window.Ticks).ToArray(), areAlone);
        return _transaction.RunAsync<IReadOnlyList<ulong?>>(
            connection, [statement],
            async (row, token) => KeySum.Share(batch, sums, await ReadAsync(row, token).ConfigureAwait(false)),
            cancellationToken);
    }

    async Task<Dictionary<Hash256, ulong>> ReadAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<Hash256, ulong>();
        var hasExpired = false;
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            totals.Add(Hash256.FromBytes(row.GetFieldValue<byte[]>(0)), (ulong)row.GetDecimal(1));
            hasExpired |= row.GetBoolean(2);
        }
        if (hasExpired) expiredFound();
        return totals;
    }
}
