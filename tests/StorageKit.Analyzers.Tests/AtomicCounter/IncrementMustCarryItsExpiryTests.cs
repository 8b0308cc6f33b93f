using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2002, code that breaks the rule.</summary>
public sealed class IncrementMustCarryItsExpiryTests() : StoreRuleTests(new IncrementMustCarryItsExpiry())
{
    [Theory]
    [InlineData("var n = await redis.StringIncrementAsync(key, (long)amount); if (n == (long)amount) await [|redis.KeyExpireAsync(key, window)|]; return (ulong)n;")]
    [InlineData("var n = redis.StringIncrement(key); if (n == 1) { [|redis.KeyExpire(key, window)|]; } return (ulong)n;")]
    [InlineData("var n = await redis.StringIncrementAsync($\"rl:{key}\"); if (n <= 1) await [|redis.KeyExpireAsync(\"rl:\" + key, window)|].ConfigureAwait(false); return (ulong)n;")]
    [InlineData("RedisKey k = key; var n = await redis.StringIncrementAsync(k, (long)amount).ConfigureAwait(false); return n != (long)amount || await [|redis.KeyExpireAsync(k, window)|] ? (ulong)n : 0;")]
    [InlineData("var n = await redis.HashIncrementAsync(key, \"n\", (long)amount); if (n == (long)amount) await [|redis.KeyExpireAsync(key, DateTime.UtcNow + window)|]; return (ulong)n;")]
    [InlineData("var bucket = $\"{key}:{DateTime.UtcNow.Ticks / window.Ticks}\"; var n = await redis.StringIncrementAsync(bucket, (long)amount); if (n == (long)amount) await [|redis.KeyExpireAsync(bucket, window)|]; return (ulong)n;")]
    [InlineData("var batch = redis.CreateBatch(); var n = batch.StringIncrementAsync(key, (long)amount); _ = [|batch.KeyExpireAsync(key, window)|]; batch.Execute(); return (ulong)await n;")]
    [InlineData("var n = redis.StringIncrementAsync(key); var armed = [|redis.KeyExpireAsync(key, window)|]; await Task.WhenAll(n, armed); return (ulong)n.Result;")]
    [InlineData("var t = redis.CreateTransaction(); var n = await redis.StringIncrementAsync(key); _ = [|t.KeyExpireAsync(key, window)|]; await t.ExecuteAsync(); return (ulong)n;")]
    [InlineData("if (await redis.KeyTimeToLiveAsync(key) is null) { await redis.StringIncrementAsync(key); await [|redis.KeyExpireAsync(key, window)|]; } else await redis.StringIncrementAsync(key); return 0;")]
    [InlineData("lock (gate) { var n = redis.StringIncrement(key, (long)amount); if (n == (long)amount) [|redis.KeyExpire(key, window)|]; return (ulong)n; }")]
    public Task Redis_increment_then_expire(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("var n = (long)await redis.ExecuteAsync(\"INCRBY\", key, amount); if (n == (long)amount) await [|redis.ExecuteAsync(\"PEXPIRE\", key, (long)window.TotalMilliseconds)|]; return (ulong)n;")]
    [InlineData("var n = (long)redis.Execute(\"incr\", key); if (n == 1) [|redis.KeyExpire(key, window)|]; return (ulong)n;")]
    [InlineData("var n = (long)await redis.ScriptEvaluateAsync(\"return redis.call('INCRBY', KEYS[1], ARGV[1])\", [key], [amount]); if (n == (long)amount) await [|redis.KeyExpireAsync(key, window)|]; return (ulong)n;")]
    [InlineData("await [|redis.ExecuteAsync(\"SET\", key, 0, \"PX\", 1000, \"NX\")|]; return (ulong)await redis.StringIncrementAsync(key);")]
    public Task Commands_by_name_and_scripts(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("await [|redis.StringSetAsync(key, 0, window, When.NotExists)|]; return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("if (await [|redis.StringSetAsync(key, amount, window, when: When.NotExists)|]) return amount; return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    public Task Redis_created_with_an_expiry_then_incremented(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("await redis.StringIncrementAsync(key); if (await redis.KeyTimeToLiveAsync(key) is null) await [|redis.KeyExpireAsync(key, window)|]; return 0;")]
    [InlineData("await redis.StringIncrementAsync(key); var ttl = await redis.KeyTimeToLiveAsync(key); if (!ttl.HasValue) await [|redis.KeyExpireAsync(key, window)|]; return 0;")]
    [InlineData("await redis.StringIncrementAsync(key); await [|redis.KeyExpireAsync(key, window, ExpireWhen.HasNoExpiry)|]; return 0;")]
    public async Task One_that_the_next_increment_repairs_is_a_warning(string statements)
    {
        var source = Increment(statements);

        await Flags(source);
        Assert.Equal(
            DiagnosticSeverity.Warning,
            Assert.Single(await Analyzer.AnalyzeAsync(source.Replace("[|", "").Replace("|]", ""))).Severity);
    }

    [Fact]
    public Task Two_helpers() => Flags(Increment("""
        var total = await BumpAsync(key, amount);
        if (total == amount)
            await ArmAsync(key, window);
        return total;
        """, """
        async Task<ulong> BumpAsync(string name, ulong by) => (ulong)await redis.StringIncrementAsync(Name(name), (long)by);
        Task ArmAsync(string name, TimeSpan length) => [|redis.KeyExpireAsync(Name(name), length)|];
        static RedisKey Name(string key) => "rl:" + key;
        """));

    [Fact]
    public Task A_local_function_and_a_handle_of_its_own() => Flags(Increment("""
        var handle = redis;
        return await CountAsync();
        async Task<ulong> CountAsync()
        {
            var n = await handle.StringIncrementAsync(key, (long)amount);
            if (n == (long)amount)
                await [|handle.KeyExpireAsync(key, window)|];
            return (ulong)n;
        }
        """));

    [Fact]
    public Task A_base_class_and_a_multiplexer() => Flags("""
        using StorageKit;
        using StackExchange.Redis;
        public abstract class RedisBase(IConnectionMultiplexer multiplexer)
        {
            protected IDatabase Db => multiplexer.GetDatabase();
            protected async Task<long> HitAsync(RedisKey k, long by, TimeSpan ttl)
            {
                var count = await Db.StringIncrementAsync(k, by);
                if (count == by)
                    await [|Db.KeyExpireAsync(k, ttl)|];
                return count;
            }
        }
        public sealed class Limits(IConnectionMultiplexer multiplexer) : RedisBase(multiplexer), IRateLimitCounter
        {
            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
                (ulong)await HitAsync(key, (long)amount, window);
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Theory]
    [InlineData("""
        var n = await connection.ExecuteScalarAsync<ulong>("UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n", new { key, amount });
        await [|connection.ExecuteAsync("UPDATE counters SET expires_at = @ends WHERE key = @key AND expires_at IS NULL", new { key, ends = DateTime.UtcNow + window })|];
        return n;
        """)]
    [InlineData("""
        var n = await connection.ExecuteScalarAsync<ulong>(
            "INSERT INTO counters AS c (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n", new { key, amount });
        if (n == amount)
            await [|connection.ExecuteAsync("UPDATE counters SET expires_at = now() + @window WHERE key = @key", new { key, window })|];
        return n;
        """)]
    [InlineData("""
        using var add = new NpgsqlCommand("UPDATE counters SET n = n + @n WHERE key = @key", connection);
        await add.ExecuteNonQueryAsync();
        var ends = DateTimeOffset.UtcNow.Add(window);
        using var arm = [|new NpgsqlCommand("UPDATE counters SET ends = @ends WHERE key = @key AND n = 1", connection)|];
        arm.Parameters.AddWithValue("ends", ends);
        await arm.ExecuteNonQueryAsync();
        return 0;
        """)]
    public Task Two_statements_without_a_transaction(string statements) => Flags(Increment(statements));
}
