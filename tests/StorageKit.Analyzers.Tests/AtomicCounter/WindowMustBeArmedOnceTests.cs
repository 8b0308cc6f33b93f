using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2003, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class WindowMustBeArmedOnceTests() : StoreRuleTests(new WindowMustBeArmedOnce())
{
    [Theory]
    [InlineData("var n = await redis.StringIncrementAsync(key, (long)amount); await [|redis.KeyExpireAsync(key, window)|]; return (ulong)n;")]
    [InlineData("var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(key); _ = [|t.KeyExpireAsync(key, window)|]; await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("if (amount == 0) return 0; await redis.HashIncrementAsync(\"h:\" + key, \"n\", (long)amount); await [|redis.KeyExpireAsync(\"h:\" + key, window, ExpireWhen.Always)|]; return 0;")]
    [InlineData("return (ulong)await [|redis.ScriptEvaluateAsync(\"local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('PEXPIRE', KEYS[1], ARGV[2]) return n\", [key], [amount, (long)window.TotalMilliseconds])|];")]
    [InlineData("return (ulong)await [|redis.ScriptEvaluateAsync(\"local n = (redis.call('GET', KEYS[1]) or 0) + ARGV[1] redis.call('SET', KEYS[1], n, 'PX', ARGV[2]) return n\", [key], [amount, (long)window.TotalMilliseconds])|];")]
    [InlineData("redis.Execute(\"INCRBY\", key, amount); [|redis.Execute(\"PEXPIRE\", key, (long)window.TotalMilliseconds)|]; return 0;")]
    public Task Redis(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("lock (gate) { var n = memory.TryGetValue(key, out ulong stored) ? stored + amount : amount; [|memory.Set(key, n, window)|]; return n; }")]
    [InlineData("lock (gate) { var n = memory.GetOrCreate(key, _ => 0ul); n += amount; [|memory.Set(key, n, window)|]; return n; }")]
    [InlineData("var n = (ulong)await redis.StringGetAsync(key) + amount; await [|redis.StringSetAsync(key, n, window)|]; return n;")]
    public Task A_cache_entry_with_a_new_expiry(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n, ends = EXCLUDED.ends RETURNING n")]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n, ends = @ends RETURNING n")]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, now() + @window) ON CONFLICT (key) DO UPDATE SET ends = now() + @window, n = c.n + @amount")]
    [InlineData("UPDATE counters SET n = n + @amount, ends = @ends WHERE key = @key RETURNING n")]
    public Task Sql(string sql) => Flags(Increment($$"""
        return await [|connection.ExecuteScalarAsync<ulong>("{{sql}}", new { key, amount, window, ends = DateTime.UtcNow + window })|];
        """));

    [Theory]
    [InlineData("var n = await redis.StringIncrementAsync(key, (long)amount); if (n == (long)amount) await redis.KeyExpireAsync(key, window); return (ulong)n;")]
    [InlineData("var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(key); _ = t.KeyExpireAsync(key, window, ExpireWhen.HasNoExpiry); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("var bucket = $\"{key}:{DateTime.UtcNow.Ticks / window.Ticks}\"; var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(bucket); _ = t.KeyExpireAsync(bucket, window); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("var name = BucketOf(key, window); await redis.StringIncrementAsync(name); await redis.KeyExpireAsync(name, window); return 0;")]
    [InlineData("await redis.StringIncrementAsync(key); await redis.KeyExpireAsync(key + \":seen\", window); return 0;")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('PEXPIRE', KEYS[1], ARGV[2], 'NX') return n\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('PEXPIRE', KEYS[1], ARGV[2]) return n\", [$\"{key}:{DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 60}\"], [amount, 120_000]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"redis.call('SET', KEYS[1], 0, 'PX', ARGV[2], 'NX') return redis.call('INCRBY', KEYS[1], ARGV[1])\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local held = redis.call('GET', KEYS[1]) if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return ARGV[1] end return redis.call('INCRBY', KEYS[1], ARGV[1])\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"redis.call('ZADD', KEYS[1], ARGV[1], ARGV[1]) redis.call('PEXPIRE', KEYS[1], ARGV[2]) return redis.call('ZCARD', KEYS[1])\", [key], [amount, (long)window.TotalMilliseconds]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local ttl = redis.call('PTTL', KEYS[1]) local n = (redis.call('GET', KEYS[1]) or 0) + ARGV[1] redis.call('SET', KEYS[1], n, 'PX', ttl) return n\", [key], [amount]);")]
    public Task Redis_that_arms_once(string statements) => Accepts(Increment(
        statements, "static string BucketOf(string key, TimeSpan window) => $\"{key}:{Environment.TickCount64 / (long)window.TotalMilliseconds}\";"));

    [Theory]
    [InlineData("lock (gate) { if (!memory.TryGetValue(key, out ulong n)) memory.Set(key, amount, window); return n; }")]
    [InlineData("lock (gate) { var box = memory.GetOrCreate(key, e => new ulong[1]); box![0] += amount; return box[0]; }")]
    [InlineData("lock (gate) { memory.TryGetValue(key, out (ulong N, DateTime Ends) stored); memory.Set(key, (stored.N + amount, stored.Ends), stored.Ends - DateTime.UtcNow); return 0; }")]
    [InlineData("lock (gate) { memory.Set(key + \":seen\", 1, window); return 0; }")]
    public Task A_cache_entry_that_keeps_its_expiry(string statements) => Accepts(Increment(statements));

    [Theory]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = CASE WHEN c.ends <= now() THEN EXCLUDED.n ELSE c.n + EXCLUDED.n END, ends = CASE WHEN c.ends <= now() THEN EXCLUDED.ends ELSE c.ends END RETURNING n")]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n")]
    [InlineData("INSERT INTO counters AS c (key, bucket, n, ends) VALUES (@key, @bucket, @amount, @ends) ON CONFLICT (key, bucket) DO UPDATE SET n = c.n + EXCLUDED.n, ends = EXCLUDED.ends RETURNING n")]
    [InlineData("INSERT INTO counters AS c (key, n, ends) VALUES (@key, @amount, @ends) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n, ends = GREATEST(c.ends, EXCLUDED.ends)")]
    [InlineData("UPDATE counters SET n = n + @amount, seen_at = @now WHERE key = @key RETURNING n")]
    [InlineData("UPDATE counters SET n = @amount, ends = @ends WHERE key = @key AND ends <= now()")]
    [InlineData("UPDATE counters SET n = n + @amount WHERE key = @key AND ends > now() RETURNING n")]
    public Task Sql_that_keeps_the_window(string sql) => Accepts(Increment($$"""
        var bucket = DateTime.UtcNow.Ticks / window.Ticks;
        return await connection.ExecuteScalarAsync<ulong>("{{sql}}", new { key, amount, window, bucket, now = DateTime.UtcNow, ends = DateTime.UtcNow + window });
        """));
}
