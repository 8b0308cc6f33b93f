using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Counts in fixed windows, exactly up to 2^64-1, together with every other process on the file. Counts
/// survive a restart. Windows follow a clock that the wall clock's jumps do not move.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose counters they are.</param>
[StorageDriver("sqlite")]
public sealed partial class SqliteRateLimitCounter(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), IRateLimitCounter, IRateLimitWindows
{
    static readonly StoreOperation s_increment = SqliteTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = SqliteTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = SqliteTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    // Totals are stored shifted by -2^63 (excluded.total is the shifted amount), because SQLite's numbers are signed. A
    // sum is over 2^64-1 exactly when total > -1 - excluded.total; otherwise no step of the additions leaves 64 bits.
    const string Increment = """
        INSERT INTO counters (tenant, key, total, expires_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (tenant, key) DO UPDATE SET
            total = CASE
                WHEN expires_at <= ?5 THEN excluded.total
                WHEN total > -1 - excluded.total THEN 9223372036854775807
                WHEN excluded.total < 0 THEN total + (excluded.total + 9223372036854775807 + 1)
                ELSE total + 9223372036854775807 + 1 + excluded.total
            END,
            expires_at = CASE WHEN expires_at <= ?5 THEN excluded.expires_at ELSE expires_at END
        RETURNING total
        """;

    const string RemoveExpired = """
        DELETE FROM counters WHERE tenant = ?1 AND key IN
            (SELECT key FROM counters WHERE tenant = ?1 AND expires_at <= ?2 ORDER BY expires_at LIMIT ?3)
        """;

    const ulong Shift = 1UL << 63;

    readonly ExpiredRows _expired = new(database, tenant.ToByteArray(), RemoveExpired);

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        var utf8 = Utf8.Bytes(key);
        return ComputeAsync(
            s_increment, connection =>
            {
                var now = Now;
                var total = connection.Number(
                    Increment, Tenant, utf8, unchecked((long)(amount - Shift)), SteadyClock.After(now, window), now);
                _expired.RemoveSome(connection, now);
                return Unshifted(total);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_current, connection => connection.Scalar(
                "SELECT total FROM counters WHERE tenant = ?1 AND key = ?2 AND expires_at > ?3", Tenant, utf8, Now)
                is long total
                ? Unshifted(total)
                : 0,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return WriteAsync(
            s_reset,
            connection => connection.Execute("DELETE FROM counters WHERE tenant = ?1 AND key = ?2", Tenant, utf8),
            cancellationToken);
    }

    static ulong Unshifted(long total) => unchecked((ulong)total + Shift);
}
