using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2002, code that looks alike and is correct.</summary>
public sealed class ExpiryLookAlikeTests() : StoreRuleTests(new IncrementMustCarryItsExpiry())
{
    [Theory]
    [InlineData("return (ulong)(long)await redis.ScriptEvaluateAsync(\"local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(key, (long)amount); _ = t.KeyExpireAsync(key, window, ExpireWhen.HasNoExpiry); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("var bucket = $\"{key}:{DateTime.UtcNow.Ticks / window.Ticks}\"; var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(bucket); _ = t.KeyExpireAsync(bucket, window); return await t.ExecuteAsync() ? (ulong)n.Result : 0;")]
    [InlineData("var t = redis.CreateTransaction(); _ = t.StringSetAsync(key, 0, window, When.NotExists); var n = t.StringIncrementAsync(key, (long)amount); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("var n = await redis.StringIncrementAsync(key); await redis.KeyExpireAsync(key + \":seen\", window); return (ulong)n;")]
    [InlineData("var n = await redis.StringIncrementAsync(key); await redis.StringSetAsync(key + \":first\", \"1\", window, When.NotExists); return (ulong)n;")]
    [InlineData("var n = await redis.StringIncrementAsync(key); if (n > 1000) await redis.StringSetAsync($\"{key}:blocked\", 1, window); return (ulong)n;")]
    [InlineData("await redis.SortedSetAddAsync(key, key, 1); await redis.KeyExpireAsync(key, window); return 1;")]
    [InlineData("await redis.KeyExpireAsync(key, window); return 0;")]
    [InlineData("await limits.StringIncrementAsync(key); await redis.StringIncrementAsync(\"total\"); await redis.KeyExpireAsync(key + \"x\", window); return 0;")]
    [InlineData("await redis.StringSetAsync(key, 0, when: When.NotExists); return (ulong)await redis.StringIncrementAsync(key);")]
    public Task Redis(string statements) => Accepts(Increment(statements));

    [Fact]
    public Task A_transaction_handed_to_helpers() => Accepts(Increment("""
        var transaction = redis.CreateTransaction();
        var n = Bump(transaction, key, amount);
        Arm(transaction, key, window);
        await transaction.ExecuteAsync();
        return (ulong)await n;
        """, """
        static Task<long> Bump(IDatabaseAsync db, string k, ulong by) => db.StringIncrementAsync(k, (long)by);
        static void Arm(IDatabaseAsync db, string k, TimeSpan length) => _ = db.KeyExpireAsync(k, length, ExpireWhen.HasNoExpiry);
        """));

    [Fact]
    public Task Another_member_extends_a_key() => Accepts(Increment(
        "return (ulong)await redis.StringIncrementAsync(key, (long)amount);",
        "public Task ExtendAsync(string key, TimeSpan by) => redis.KeyExpireAsync(key, by);"));

    [Theory]
    [InlineData("""
        return await connection.ExecuteScalarAsync<ulong>(
            "INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n", new { key, amount, ends = DateTime.UtcNow + window });
        """)]
    [InlineData("""
        using var transaction = connection.BeginTransaction();
        var n = await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount }, transaction);
        await connection.ExecuteAsync("UPDATE counters SET ends = @ends WHERE key = @key AND ends IS NULL", new { key, ends = DateTime.UtcNow + window }, transaction);
        transaction.Commit();
        return n;
        """)]
    [InlineData("""
        await connection.ExecuteAsync("UPDATE counters SET n = 0, ends = @ends WHERE key = @key AND ends <= now()", new { key, ends = DateTime.UtcNow + window });
        return await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount });
        """)]
    [InlineData("""
        await connection.ExecuteAsync("INSERT INTO counters (key, n, ends) VALUES (@key, 0, @ends) ON CONFLICT DO NOTHING", new { key, ends = DateTime.UtcNow + window });
        return await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount });
        """)]
    [InlineData("""
        var n = await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount });
        await connection.ExecuteAsync("UPDATE callers SET last_seen = now() WHERE key = @key", new { key });
        return n;
        """)]
    [InlineData("""
        return await connection.ExecuteScalarAsync<ulong>(
            "UPDATE counters SET n = n + @amount WHERE key = @key; UPDATE counters SET ends = @ends WHERE key = @key AND ends IS NULL; SELECT n FROM counters WHERE key = @key",
            new { key, amount, ends = DateTime.UtcNow + window });
        """)]
    public Task Sql(string statements) => Accepts(Increment(statements));
}
