using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2001, code that looks alike and is correct.</summary>
public sealed class ReadModifyWriteLookAlikeTests() : StoreRuleTests(new ReadModifyWriteMustBeOneStep())
{
    [Fact]
    public Task INCRBY_is_one_step() => Accepts(Increment("""
        return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        """));

    [Fact]
    public Task A_script_is_one_step() => Accepts(Increment("""
        var before = await redis.StringGetAsync(key);
        var total = (long)await redis.ScriptEvaluateAsync("return redis.call('INCRBY', KEYS[1], ARGV[1])", [key], [amount]);
        return before.IsNull ? amount : (ulong)total;
        """));

    [Theory]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(\"local n = tonumber(redis.call('GET', KEYS[1]) or '0') + tonumber(ARGV[1]) redis.call('SET', KEYS[1], n, 'KEEPTTL') return n\", [key], [amount]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(Script, [key], [amount]);")]
    [InlineData("return (ulong)await redis.ScriptEvaluateAsync(Prepared, new { key = (RedisKey)key, amount });")]
    public Task A_script_that_reads_and_writes_is_one_step(string statements) => Accepts(Increment(statements, """
        const string Script = "local n = redis.call('GET', KEYS[1]) or 0 n = n + ARGV[1] redis.call('SET', KEYS[1], n) return n";
        static readonly LuaScript Prepared = LuaScript.Prepare("local n = (redis.call('GET', @key) or 0) + @amount; redis.call('SET', @key, n); return n");
        """));

    [Fact]
    public Task Reading_before_the_atomic_increment_decides_nothing_that_is_stored() => Accepts(Increment("""
        if ((ulong)await redis.StringGetAsync(key) > 1000)
            return 1001;
        return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        """));

    [Fact]
    public Task The_written_key_is_another_one() => Accepts(Increment("""
        var total = (ulong)await redis.StringGetAsync(key);
        if (total > 1000)
            await redis.StringSetAsync(key + ":blocked", total, window);
        return total;
        """));

    [Fact]
    public Task The_written_value_does_not_depend_on_the_read() => Accepts(Increment("""
        var before = await redis.StringGetAsync(key);
        await redis.StringSetAsync(key, "seen");
        return (ulong)before;
        """));

    [Fact]
    public Task Two_handles_in_two_fields_are_two_stores() => Accepts("""
        using StorageKit;
        using StackExchange.Redis;
        [StorageContract("mirror")]
        public interface IMirror { [AtomicReadModifyWrite] Task CopyAsync(string key); }
        public class RedisMirror : IMirror
        {
            readonly IDatabase source, target;
            public RedisMirror(IDatabase source, IDatabase target) => (this.source, this.target) = (source, target);
            public async Task CopyAsync(string key) => await target.StringSetAsync(key, await source.StringGetAsync(key));
        }
        """);

    [Fact]
    public Task Set_if_not_exists_cannot_undo_another_callers_write() => Accepts(Increment("""
        if ((await redis.StringGetAsync(key)).IsNull)
            await redis.StringSetAsync(key, amount, window, When.NotExists);
        return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        """));

    [Fact]
    public Task A_transaction_with_a_condition_is_a_compare_and_set() => Accepts(Increment("""
        while (true)
        {
            var before = await redis.StringGetAsync(key);
            var transaction = redis.CreateTransaction();
            transaction.AddCondition(Condition.StringEqual(key, before));
            _ = transaction.StringSetAsync(key, (ulong)before + amount);
            if (await transaction.ExecuteAsync())
                return (ulong)before + amount;
        }
        """));

    [Fact]
    public Task A_lock_held_in_redis_covers_both() => Accepts(Increment("""
        await redis.LockTakeAsync("lock:" + key, "me", window);
        var total = (ulong)await redis.StringGetAsync(key) + amount;
        await redis.StringSetAsync(key, total);
        await redis.LockReleaseAsync("lock:" + key, "me");
        return total;
        """));

    [Fact]
    public Task A_cache_that_is_filled_on_a_miss_stores_what_anybody_would() => Accepts(Increment("""
        if (!memory.TryGetValue("limit", out ulong limit))
        {
            limit = (ulong)await redis.StringGetAsync("limit");
            memory.Set("limit", limit, window);
        }
        return limit;
        """));

    [Fact]
    public Task A_lock_statement_covers_both() => Accepts(Increment("""
        lock (gate)
        {
            plain.TryGetValue(key, out var total);
            plain[key] = total + amount;
            return total + amount;
        }
        """));

    [Fact]
    public Task A_semaphore_covers_both() => Accepts(Increment("""
        await mutex.WaitAsync(cancellationToken);
        try
        {
            plain[key] = plain.GetValueOrDefault(key) + amount;
            return plain[key];
        }
        finally
        {
            mutex.Release();
        }
        """));

    [Fact]
    public Task The_caller_of_the_helper_holds_the_lock() => Accepts(Increment("""
        lock (gate)
            return Add(key, amount);
        """, """
        ulong Add(string name, ulong n) => plain[name] = plain.GetValueOrDefault(name) + n;
        """));

    [Fact]
    public Task A_scope_of_the_new_lock_type_covers_both() => Accepts(Increment("""
        using (scope.EnterScope())
        {
            plain[key] = plain.GetValueOrDefault(key) + amount;
        }
        return 1;
        """, "readonly Lock scope = new();"));

    [Fact]
    public Task AddOrUpdate_is_one_step() => Accepts(Increment("""
        return totals.AddOrUpdate(key, amount, (_, n) => n + amount);
        """));

    [Fact]
    public Task TryUpdate_in_a_loop_is_a_compare_and_set() => Accepts(Increment("""
        while (true)
        {
            var before = totals.GetOrAdd(key, 0ul);
            if (totals.TryUpdate(key, before + amount, before))
                return before + amount;
        }
        """));

    [Fact]
    public Task A_concurrent_dictionary_has_a_rule_of_its_own() => Accepts(Increment("""
        totals[key] += amount;
        return totals[key];
        """));

    [Fact]
    public Task A_dictionary_of_this_call_belongs_to_nobody_else() => Accepts(Increment("""
        var local = new Dictionary<string, ulong>();
        local[key] = local.GetValueOrDefault(key) + amount;
        return local[key];
        """));

    [Fact]
    public Task SQL_that_adds_to_the_stored_value_is_one_step() => Accepts(Increment("""
        var before = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET n = n + @amount WHERE key = @key", new { key, amount = amount + before * 0 });
        return before;
        """));

    [Fact]
    public Task An_upsert_that_accumulates_is_one_step() => Accepts(Increment("""
        return await connection.ExecuteScalarAsync<ulong>(
            "INSERT INTO counters AS c VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = c.n + EXCLUDED.n RETURNING n", new { key, amount });
        """));

    [Fact]
    public Task A_version_in_the_condition_makes_it_a_compare_and_set() => Accepts(Increment("""
        while (true)
        {
            var row = await connection.QuerySingleOrDefaultAsync<(ulong N, long Version)>("SELECT n, version FROM counters WHERE key = @key", new { key });
            if (await connection.ExecuteAsync(
                "UPDATE counters SET n = @n WHERE key = @key AND row_version = @version", new { key, n = row.N + amount, version = row.Version }) == 1)
                return row.N + amount;
        }
        """));

    [Fact]
    public Task The_old_value_in_the_condition_makes_it_a_compare_and_set() => Accepts(Increment("""
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET n = @total WHERE key = @key AND n = @n", new { key, n, total = n + amount });
        return n;
        """));

    [Fact]
    public Task A_serializable_transaction_keeps_others_out() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }, transaction);
        await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount }, transaction);
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task A_SQLite_transaction_is_immediate_by_default() => Accepts(Increment("""
        using var transaction = sqlite.BeginTransaction();
        var n = await sqlite.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await sqlite.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task BEGIN_IMMEDIATE_keeps_others_out() => Accepts(Increment("""
        await sqlite.ExecuteAsync("BEGIN IMMEDIATE");
        var n = await sqlite.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await sqlite.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
        await sqlite.ExecuteAsync("COMMIT");
        return n + amount;
        """));

    [Fact]
    public Task Select_for_update_locks_the_row() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction();
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key FOR UPDATE", new { key }, transaction);
        await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount }, transaction);
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task A_hole_with_an_absurd_number_names_no_argument() => Accepts(Increment("""
        await db.Database.ExecuteSqlRawAsync("UPDATE counters SET n = {99999999999}, m = {7}", amount);
        return amount;
        """));

    [Fact]
    public Task The_read_table_is_another_one() => Accepts(Increment("""
        var seconds = await connection.ExecuteScalarAsync<long>("SELECT seconds FROM limits WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET length = @seconds WHERE key = @key", new { key, seconds });
        return amount;
        """));

    [Fact]
    public Task A_member_without_the_promise_may_read_and_write() => Accepts("""
        using StorageKit;
        using StackExchange.Redis;
        public class RedisSessions(IDatabase redis) : ISessionStore
        {
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await redis.StringSetAsync("s", (long)await redis.StringGetAsync("s") + 1);
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task An_exempt_type_carries_its_reason() => Accepts(Increment("""
        plain[key] = plain.GetValueOrDefault(key) + amount;
        return plain[key];
        """).Replace("public class AcmeCounter(", "[ContractExempt(\"SK2001\", Because = \"One caller.\")] public class AcmeCounter(", StringComparison.Ordinal));
}
