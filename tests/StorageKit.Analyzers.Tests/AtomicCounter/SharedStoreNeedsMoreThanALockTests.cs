using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2010: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class SharedStoreNeedsMoreThanALockTests() : StoreRuleTests(new SharedStoreNeedsMoreThanALock())
{
    [Fact]
    public Task Redis_under_a_semaphore() => Flags(Increment("""
        await mutex.WaitAsync(cancellationToken);
        try
        {
            var total = (ulong)await redis.StringGetAsync(key) + amount;
            await [|redis.StringSetAsync(key, total, window)|];
            return total;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task Redis_under_a_lock_statement() => Flags(Increment("""
        lock (gate)
        {
            var total = (ulong)redis.StringGet(key) + amount;
            [|redis.StringSet(key, total)|];
            return total;
        }
        """));

    [Fact]
    public Task A_distributed_cache_under_a_lock_per_key() => Flags(Increment("""
        var own = gates.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await own.WaitAsync();
        try
        {
            var text = await cache.GetStringAsync(key);
            var total = (text is null ? 0 : ulong.Parse(text)) + amount;
            await [|cache.SetStringAsync(key, total.ToString())|];
            return total;
        }
        finally { own.Release(); }
        """, "readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();"));

    [Fact]
    public Task A_server_under_a_lock_that_a_helper_takes() => Flags(Increment("""
        return await AloneAsync(async () =>
        {
            var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
            await [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
            return n + amount;
        });
        """, """
        async Task<ulong> AloneAsync(Func<Task<ulong>> work)
        {
            await mutex.WaitAsync();
            try { return await work(); } finally { mutex.Release(); }
        }
        """));

    [Theory]
    [InlineData("var total = memory.Get<ulong>(key) + amount; memory.Set(key, total, window); return total;")]
    [InlineData("return plain[key] = plain.GetValueOrDefault(key) + amount;")]
    [InlineData("return (ulong)redis.StringIncrement(key, (long)amount);")]
    [InlineData("var total = ulong.Parse(File.ReadAllText(key)) + amount; File.WriteAllText(key, total.ToString()); return total;")]
    public Task A_store_of_this_process_or_an_atomic_verb(string statements) => Accepts(Increment($$"""
        lock (gate)
        {
            {{statements}}
        }
        """));

    [Fact]
    public Task A_lock_in_the_store_itself() => Accepts(Increment("""
        await redis.LockTakeAsync("lock:" + key, "me", window);
        try
        {
            var total = (ulong)await redis.StringGetAsync(key) + amount;
            await redis.StringSetAsync(key, total);
            return total;
        }
        finally { await redis.LockReleaseAsync("lock:" + key, "me"); }
        """));

    [Fact]
    public Task A_lock_of_a_library_that_is_not_known() => Accepts(Increment("""
        using (await locks.AcquireAsync(key))
        {
            var total = (ulong)await redis.StringGetAsync(key) + amount;
            await redis.StringSetAsync(key, total);
            return total;
        }
        """, """
        public interface ILocks { Task<IDisposable> AcquireAsync(string name); }
        readonly ILocks locks;
        """));

    [Fact]
    public Task A_row_lock_inside_the_local_one() => Accepts(Increment("""
        await mutex.WaitAsync();
        try
        {
            using var transaction = connection.BeginTransaction();
            var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key FOR UPDATE", new { key });
            await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
            transaction.Commit();
            return n + amount;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task SQLite_belongs_to_this_process() => Accepts(Increment("""
        lock (gate)
        {
            var n = sqlite.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }).Result;
            sqlite.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount }).Wait();
            return n + amount;
        }
        """));

    [Fact]
    public Task A_connection_of_an_abstract_type_is_not_known() => Accepts(Increment("""
        IDbConnection any = connection;
        lock (gate)
            return Add(any, key, amount);
        """, """
        static ulong Add(IDbConnection any, string key, ulong amount)
        {
            var n = any.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }).Result;
            any.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount }).Wait();
            return n + amount;
        }
        """));
}
