using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Counts in fixed windows, exactly up to 2^64-1, together with every other service on the schema. Counts
/// survive a restart. Windows follow the server's clock; when that is set back, they are moved with it.</summary>
/// <remarks>Expired counters are removed after an increment of the same tenant has noticed them.</remarks>
[StorageDriver("postgres")]
public sealed partial class PostgresRateLimitCounter : PostgresStore, IRateLimitCounter, IRateLimitWindows
{
    static readonly StoreOperation s_increment = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    // The clock is read again once the row is locked: between the beginning and the lock, another window may have been
    // opened. A clock before seen_at was set back; then the window's end moves back by as much.
    const string Increment = """
        INSERT INTO counters AS c (tenant, key, total, seen_at, expires_at)
        SELECT $1, $2, $3, t.now,
            CASE WHEN $4 > 9223372036854775807 - t.now THEN 9223372036854775807 ELSE t.now + $4 END
        FROM (SELECT now_ticks() AS now) AS t
        ON CONFLICT (tenant, key_hash) DO UPDATE SET (total, seen_at, expires_at) = (
            SELECT
                CASE WHEN c.expires_at <= t.now THEN excluded.total
                    ELSE least(c.total + excluded.total, 18446744073709551615) END,
                t.now,
                CASE WHEN c.expires_at > t.now AND (t.now >= c.seen_at OR c.expires_at = 9223372036854775807)
                        THEN c.expires_at
                    WHEN c.expires_at > t.now THEN c.expires_at - (c.seen_at - t.now)
                    WHEN $4 > 9223372036854775807 - t.now THEN 9223372036854775807
                    ELSE t.now + $4 END
            FROM (SELECT now_ticks() AS now) AS t)
        RETURNING total, EXISTS (
            SELECT FROM counters AS e
            WHERE e.tenant = $1 AND e.expires_at <= c.seen_at AND e.key_hash <> c.key_hash)
        """;

    const string Current = """
        SELECT total FROM counters WHERE tenant = $1 AND key_hash = sha256($2) AND expires_at > now_ticks()
        """;

    const string RemoveExpired = """
        DELETE FROM counters WHERE tenant = $1 AND key_hash IN (
            SELECT key_hash FROM counters WHERE tenant = $1 AND expires_at <= (SELECT now_ticks())
            ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        """;

    readonly ExpiredRows _expired;

    /// <summary>A counter.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose counters they are.</param>
    public PostgresRateLimitCounter(PostgresDatabase database, TenantId tenant) : base(database, tenant) =>
        _expired = new(database, tenant, new(RemoveExpired, Tenant, (long)ExpiredRows.Limit));

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        return ComputeAsync(
            s_increment, new(Increment, Tenant, Utf8.Bytes(key), (decimal)amount, window.Ticks),
            row =>
            {
                if (row.GetBoolean(1)) _expired.Remove();
                return (ulong)row.GetDecimal(0);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return ReadAsync(
            s_current,
            new(Current, Tenant, Utf8.Bytes(key)), static row => (ulong)row.GetDecimal(0), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await WriteAsync(
            s_reset, new("DELETE FROM counters WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, Utf8.Bytes(key)),
            cancellationToken).ConfigureAwait(false);
    }
}
