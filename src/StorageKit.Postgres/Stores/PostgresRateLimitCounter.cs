using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Counts in fixed windows, exactly up to 2^64-1, together with every other service on the schema. Counts
/// survive a restart. Windows follow the server's clock; when that is set back, they are moved with it.</summary>
/// <remarks>Increments of concurrent callers share a transaction. Expired counters are removed after an increment of the same tenant has noticed them.</remarks>
[StorageDriver("postgres")]
public sealed partial class PostgresRateLimitCounter : PostgresStore, IRateLimitCounter, IRateLimitWindows
{
    static readonly StoreOperation s_increment = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(IncrementAsync));
    static readonly StoreOperation s_current = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(CurrentAsync));
    static readonly StoreOperation s_reset = PostgresTelemetry.Operation<IRateLimitCounter>(nameof(ResetAsync));

    const string Current = """
        SELECT total FROM counters WHERE tenant = $1 AND key_hash = sha256($2) AND expires_at > now_ticks()
        """;

    const string RemoveExpired = """
        DELETE FROM counters WHERE tenant = $1 AND key_hash IN (
            SELECT key_hash FROM counters WHERE tenant = $1 AND expires_at <= (SELECT now_ticks())
            ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        """;

    readonly ExpiredRows _expired;
    readonly CounterTransaction _transaction;
    readonly GroupWriter<PendingIncrement, ulong?> _writer;

    /// <summary>A counter.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose counters they are.</param>
    public PostgresRateLimitCounter(PostgresDatabase database, TenantId tenant) : base(database, tenant)
    {
        _expired = new(database, tenant, new(RemoveExpired, Tenant, (long)ExpiredRows.Limit));
        _transaction = new(Options, tenant, _expired.Remove);
        _writer = new(database, _transaction.AddAsync, mayRepeat: false);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        ThrowIfDisposed();
        using var call = s_increment.Start();
        return call.Watch(new ValueTask<ulong>(AddAsync(key, amount, window, cancellationToken)));
    }

    async Task<ulong> AddAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken)
    {
        var increment = new PendingIncrement(key, amount, window, cancellationToken);
        return await _writer.WriteAsync(increment, cancellationToken).ConfigureAwait(false)
            ?? await AddAloneAsync(increment, cancellationToken).ConfigureAwait(false);
    }

    async Task<ulong> AddAloneAsync(PendingIncrement increment, CancellationToken cancellationToken) =>
        (await Database.Calls.RunAsync(
            (connection, token) => _transaction.AddAsync(connection, [increment], token), mayRepeat: false,
            cancellationToken).ConfigureAwait(false))[0]!.Value;

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
