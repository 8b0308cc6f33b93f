using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2014, code that looks alike and is correct.</summary>
public sealed class AccumulatingUpsertTests() : StoreRuleTests(new UpsertMustAccumulate())
{
    [Theory]
    [InlineData("INSERT INTO counters AS c (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n")]
    [InlineData("INSERT INTO counters (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = counters.n + @amount")]
    [InlineData("INSERT INTO counters (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n + counters.n, last = EXCLUDED.n")]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @n, @ends) ON CONFLICT (key) DO UPDATE SET n = CASE WHEN c.ends <= now() THEN EXCLUDED.n ELSE c.n + EXCLUDED.n END, ends = CASE WHEN c.ends <= now() THEN EXCLUDED.ends ELSE c.ends END RETURNING n")]
    [InlineData("INSERT INTO counters (key, n, ends) VALUES (@key, @n, @ends) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n, ends = EXCLUDED.ends WHERE counters.ends <= now()")]
    [InlineData("INSERT INTO counters (key, n, ends) VALUES (@key, @n, @ends) ON CONFLICT (key) DO NOTHING")]
    [InlineData("INSERT OR IGNORE INTO counters (key, n) VALUES (@key, @amount)")]
    [InlineData("INSERT INTO counters (k, n) VALUES (@key, @amount) ON DUPLICATE KEY UPDATE n = n + VALUES(n)")]
    [InlineData("INSERT INTO counters (k, n) VALUES (@key, @amount) AS new ON DUPLICATE KEY UPDATE n = counters.n + new.n")]
    [InlineData("INSERT INTO counters (k, n) VALUES (@key, @amount) ON DUPLICATE KEY UPDATE n = IF(ends < NOW(), VALUES(n), n + VALUES(n))")]
    [InlineData("INSERT OR REPLACE INTO counters (k, n) VALUES (@key, COALESCE((SELECT n FROM counters WHERE k = @key), 0) + @amount)")]
    [InlineData("UPDATE counters SET n = n + @amount WHERE key = @key")]
    [InlineData("UPDATE counters SET n = @amount, ends = @ends WHERE key = @key AND ends <= now()")]
    [InlineData("UPDATE counters SET n = (SELECT sum(amount) FROM hits WHERE hits.key = @key) WHERE key = @key")]
    [InlineData("UPDATE counters SET n = base + @amount WHERE key = @key")]
    [InlineData("UPDATE callers SET name = @key WHERE id = @key")]
    [InlineData("INSERT INTO hits (key, amount) VALUES (@key, @amount)")]
    [InlineData("INSERT INTO callers (key, ends) VALUES (@key, @ends) ON CONFLICT (key) DO UPDATE SET ends = EXCLUDED.ends")]
    [InlineData("MERGE INTO counters WITH (HOLDLOCK) AS t USING (SELECT @key AS k, @amount AS n) AS s ON t.k = s.k WHEN MATCHED THEN UPDATE SET n = t.n + s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);")]
    [InlineData("MERGE counters WITH (SERIALIZABLE) t USING (VALUES (@key, @amount)) s (k, n) ON t.k = s.k WHEN MATCHED THEN UPDATE SET t.n += s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);")]
    [InlineData("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; MERGE counters AS t USING (VALUES (@key, @amount)) AS s (k, n) ON t.k = s.k WHEN MATCHED THEN UPDATE SET n = t.n + s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);")]
    [InlineData("DELETE FROM counters WHERE key = @key")]
    public Task One_statement(string sql) => Accepts(Increment($$"""
        return await connection.ExecuteScalarAsync<ulong>("{{sql}}", new { key, amount, n = (long)amount, ends = DateTime.UtcNow + window });
        """));

    [Fact]
    public Task A_value_from_an_earlier_read_is_another_rules_matter() => Accepts(Increment("""
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }) + amount;
        await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n });
        return n;
        """));

    [Fact]
    public Task The_first_increment_of_a_window_after_a_locking_read() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction();
        var ends = await connection.ExecuteScalarAsync<DateTime?>("SELECT ends FROM counters WHERE key = @key FOR UPDATE", new { key }, transaction);
        if (ends < DateTime.UtcNow)
            await connection.ExecuteAsync("UPDATE counters SET n = @amount, started = now() WHERE key = @key", new { key, amount }, transaction);
        else
            await connection.ExecuteAsync("UPDATE counters SET n = n + @amount WHERE key = @key", new { key, amount }, transaction);
        transaction.Commit();
        return 0;
        """));

    [Fact]
    public Task The_latest_amount_beside_the_sum() => Accepts(Increment("""
        await connection.ExecuteAsync("INSERT INTO latest (key, amount) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET amount = EXCLUDED.amount", new { key, amount });
        return await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount });
        """));

    [Fact]
    public Task A_sum_that_was_made_elsewhere() => Accepts(Increment("""
        var n = totals.AddOrUpdate(key, amount, (_, before) => before + amount);
        await connection.ExecuteAsync("INSERT INTO counters (key, n) VALUES (@key, @n) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n", new { key, n });
        return n;
        """));

    [Fact]
    public Task Another_member_sets_the_total() => Accepts(Increment(
        "return amount;",
        """
        public Task SetAsync(string key, long n) => connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n });
        """));

    [Fact]
    public Task A_merge_whose_duplicate_key_is_caught() => Accepts(Increment("""
        while (true)
        {
            try
            {
                return await connection.ExecuteScalarAsync<ulong>(
                    "MERGE counters AS t USING (VALUES (@key, @amount)) AS s (k, n) ON t.k = s.k WHEN MATCHED THEN UPDATE SET n = t.n + s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);", new { key, amount });
            }
            catch (InvalidOperationException) { await Task.Delay(1); }
        }
        """));
}
