using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2008, code that breaks the rule.</summary>
public sealed class LockMustSpanReadAndWriteTests() : StoreRuleTests(new LockMustSpanReadAndWrite())
{
    [Fact]
    public Task Written_after_the_lock_is_left() => Flags(Increment("""
        ulong total;
        lock (gate)
            total = plain.GetValueOrDefault(key) + amount;
        [|plain[key] = total|];
        return total;
        """));

    [Fact]
    public Task Read_before_the_lock_is_taken() => Flags(Increment("""
        plain.TryGetValue(key, out var total);
        lock (gate)
        {
            [|plain[key] = total + amount|];
        }
        return total + amount;
        """));

    [Fact]
    public Task Two_lock_statements() => Flags(Increment("""
        ulong total;
        lock (gate) { plain.TryGetValue(key, out total); }
        total += amount;
        lock (gate) { [|plain[key] = total|]; }
        return total;
        """));

    [Fact]
    public Task A_semaphore_released_before_the_write() => Flags(Increment("""
        ulong total;
        await mutex.WaitAsync(cancellationToken);
        try
        {
            total = memory.Get<ulong>(key) + amount;
        }
        finally
        {
            mutex.Release();
        }
        [|memory.Set(key, total, window)|];
        return total;
        """));

    [Fact]
    public Task A_semaphore_taken_twice() => Flags(Increment("""
        await mutex.WaitAsync();
        var stored = await redis.StringGetAsync(key);
        mutex.Release();
        var total = (ulong)stored + amount;
        await mutex.WaitAsync();
        await [|redis.StringSetAsync(key, total)|];
        mutex.Release();
        return total;
        """));

    [Fact]
    public Task Monitor_left_before_the_write() => Flags(Increment("""
        Monitor.Enter(gate);
        var n = plain.GetValueOrDefault(key);
        Monitor.Exit(gate);
        [|plain[key] = n + amount|];
        return n + amount;
        """));

    [Fact]
    public Task A_reader_lock_and_then_a_writer_lock() => Flags(Increment("""
        rw.EnterReadLock();
        var n = plain.GetValueOrDefault(key);
        rw.ExitReadLock();
        rw.EnterWriteLock();
        try { [|plain[key] = n + amount|]; } finally { rw.ExitWriteLock(); }
        return n + amount;
        """, "readonly ReaderWriterLockSlim rw = new();"));

    [Fact]
    public Task Each_helper_has_a_lock_of_its_own() => Flags(Increment("""
        var total = Load(key) + amount;
        Store(key, total);
        return total;
        """, """
        ulong Load(string name) { lock (gate) return plain.GetValueOrDefault(name); }
        void Store(string name, ulong n) { lock (gate) [|plain[name] = n|]; }
        """));

    [Fact]
    public Task A_scope_that_ends_with_its_block() => Flags(Increment("""
        ulong n;
        using (scope.EnterScope())
            n = plain.GetValueOrDefault(key);
        [|plain[key] = n + amount|];
        return n;
        """, "readonly Lock scope = new();"));

    [Fact]
    public Task Sql_select_in_the_lock_and_update_after_it() => Flags(Increment("""
        ulong n;
        await mutex.WaitAsync();
        try { n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }); }
        finally { mutex.Release(); }
        await [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
        return n + amount;
        """));

    [Fact]
    public Task A_concurrent_dictionary_is_no_better() => Flags(Increment("""
        ulong n;
        lock (gate) n = totals.GetOrAdd(key, 0ul);
        [|totals[key] = n + amount|];
        return n + amount;
        """));

    [Fact]
    public Task A_miss_outside_the_lock_decides_the_write_inside() => Flags(Increment("""
        if (!plain.ContainsKey(key))
            lock (gate)
                [|plain[key] = amount|];
        return amount;
        """));

    [Fact]
    public Task A_field_computed_under_the_lock_and_stored_after_it() => Flags(Fields("""
        ulong total;
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            ulong next;
            lock (gate) { next = total + amount; }
            [|total = next|];
            return new(next);
        }
        """));

    [Fact]
    public Task A_window_object_that_is_locked_for_the_read_only() => Flags(Fields("""
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan length, CancellationToken cancellationToken = default)
        {
            var window = windows.GetOrAdd(key, _ => new Window());
            ulong seen;
            lock (window) seen = window.Total;
            var next = checked(seen + amount);
            lock (window) [|window.Total = next|];
            return ValueTask.FromResult(next);
        }
        """));

    [Fact]
    public Task A_base_class_that_splits_its_lock() => Flags("""
        using StorageKit;
        public abstract class Counting
        {
            readonly Dictionary<string, long> _counts = [];
            protected long Bump(string id, long by)
            {
                long current;
                lock (_counts) { _counts.TryGetValue(id, out current); }
                var next = current + by;
                lock (_counts) { [|_counts[id] = next|]; }
                return next;
            }
        }
        public sealed class Limits : Counting, IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new((ulong)Bump(key, (long)amount));
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);
}
