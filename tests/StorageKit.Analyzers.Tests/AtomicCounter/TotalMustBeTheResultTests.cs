using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2015, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class TotalMustBeTheResultTests() : StoreRuleTests(new TotalMustBeTheResult())
{
    const string Members = """
        long hits; static long all;
        sealed class Slot { public ulong Total; }
        readonly ConcurrentDictionary<string, Slot> slots = new();
        Task<RedisValue> ReadAsync(string key) => redis.StringGetAsync(key);
        Task AddAsync(string key, ulong amount) => redis.StringIncrementAsync(key, (long)amount);
        """;

    [Theory]
    [InlineData("await redis.StringIncrementAsync(key, (long)amount); return (ulong)await [|redis.StringGetAsync(key)|];")]
    [InlineData("await redis.HashIncrementAsync(\"h\", key, (long)amount); var n = await [|redis.HashGetAsync(\"h\", key)|]; return (ulong)n;")]
    [InlineData("var before = (ulong)await [|redis.StringGetAsync(key)|]; await redis.StringIncrementAsync(key, (long)amount); return before + amount;")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => n + amount); return [|totals[key]|];")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => n + amount); return [|totals.TryGetValue(key, out var n)|] ? n : 0;")]
    [InlineData("Interlocked.Add(ref hits, (long)amount); return (ulong)[|hits|];")]
    [InlineData("Interlocked.Increment(ref all); return (ulong)Interlocked.Read(ref [|all|]);")]
    [InlineData("var slot = slots.GetOrAdd(key, _ => new()); Interlocked.Add(ref slot.Total, amount); return [|slot.Total|];")]
    [InlineData("await connection.ExecuteAsync(\"UPDATE counters SET n = n + @amount WHERE key = @key\", new { key, amount }); return await [|connection.ExecuteScalarAsync<ulong>(\"SELECT n FROM counters WHERE key = @key\", new { key })|];")]
    [InlineData("return (ulong)await [|redis.StringIncrementAsync(key, (long)amount, CommandFlags.FireAndForget)|];")]
    [InlineData("var n = [|redis.StringIncrement(key, flags: CommandFlags.FireAndForget)|]; return (ulong)n;")]
    public Task A_total_that_is_read_beside(string statements) => Flags(Increment(statements, Members));

    [Fact]
    public Task Two_helpers() => Flags(Increment(
        "await AddAsync(key, amount); return (ulong)await ReadAsync(key);",
        Members.Replace("redis.StringGetAsync(key);", "[|redis.StringGetAsync(key)|];", StringComparison.Ordinal)));

    [Theory]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("if ((ulong)await redis.StringGetAsync(key) > 1000) return 1001; return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("var seen = (ulong)await redis.StringGetAsync(key); if (seen > 1000) { await redis.StringIncrementAsync(key + \":refused\"); return seen; } return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("if (amount > 0) return (ulong)await redis.StringIncrementAsync(key, (long)amount); return (ulong)await redis.StringGetAsync(key);")]
    [InlineData("return amount == 0 ? (ulong)await redis.StringGetAsync(key) : (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("var t = redis.CreateTransaction(); _ = t.StringIncrementAsync(key, (long)amount); var n = t.StringGetAsync(key); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("lock (gate) { totals.AddOrUpdate(key, amount, (_, n) => n + amount); return totals[key]; }")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => n + amount); return totals.AddOrUpdate(key + \"2\", amount, (_, n) => n + amount);")]
    [InlineData("return (ulong)Interlocked.Add(ref hits, (long)amount);")]
    [InlineData("Interlocked.Increment(ref all); return (ulong)Interlocked.Add(ref hits, (long)amount);")]
    [InlineData("Interlocked.Increment(ref all); return (ulong)Interlocked.Read(ref hits);")]
    [InlineData("return await connection.ExecuteScalarAsync<ulong>(\"UPDATE counters SET n = n + @amount WHERE key = @key; SELECT n FROM counters WHERE key = @key\", new { key, amount });")]
    [InlineData("return await connection.ExecuteScalarAsync<ulong>(\"UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n\", new { key, amount });")]
    [InlineData("using var t = connection.BeginTransaction(); await connection.ExecuteAsync(\"UPDATE counters SET n = n + @amount WHERE key = @key\", new { key, amount }, t); var n = await connection.ExecuteScalarAsync<ulong>(\"SELECT n FROM counters WHERE key = @key\", new { key }, t); t.Commit(); return n;")]
    [InlineData("await connection.ExecuteAsync(\"UPDATE counters SET n = n + @amount WHERE key = @key\", new { key, amount }); return await connection.ExecuteScalarAsync<ulong>(\"SELECT max FROM limits WHERE key = @key\", new { key });")]
    [InlineData("var n = await redis.StringIncrementAsync(key, (long)amount); await redis.StringIncrementAsync(\"all\", flags: CommandFlags.FireAndForget); return (ulong)n;")]
    [InlineData("var n = await redis.StringIncrementAsync(key); var ttl = await redis.KeyTimeToLiveAsync(key); return ttl is null ? 0 : (ulong)n;")]
    public Task The_answer_itself(string statements) => Accepts(Increment(statements, Members));
}
