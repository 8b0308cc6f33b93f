using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2008, code that looks alike and is correct; nor do the rules beside it report it.</summary>
public sealed class LockSpanLookAlikeTests() : StoreRuleTests(
    new LockMustSpanReadAndWrite(), new ReadModifyWriteMustBeOneStep(), new CheckAndActMustBeOneCall(),
    new CounterFieldMustBeUpdatedAtomically())
{
    [Fact]
    public Task One_block() => Accepts(Increment("""
        lock (gate)
        {
            plain.TryGetValue(key, out var n);
            return plain[key] = n + amount;
        }
        """));

    [Fact]
    public Task An_outer_gate_around_short_inner_locks() => Accepts(Increment("""
        await mutex.WaitAsync(cancellationToken);
        try
        {
            ulong n;
            lock (gate) n = plain.GetValueOrDefault(key);
            var total = n + amount;
            lock (gate) plain[key] = total;
            return total;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task The_caller_holds_the_lock_over_two_helpers_that_lock_again() => Accepts(Increment("""
        lock (gate)
        {
            Store(key, Load(key) + amount);
            return Load(key);
        }
        """, """
        ulong Load(string name) { lock (gate) return plain.GetValueOrDefault(name); }
        void Store(string name, ulong n) { lock (gate) plain[name] = n; }
        """));

    [Fact]
    public Task Looked_at_again_under_the_lock() => Accepts(Increment("""
        if (!plain.ContainsKey(key))
            lock (gate)
                if (!plain.ContainsKey(key))
                    plain[key] = amount;
        return amount;
        """));

    [Fact]
    public Task The_value_is_read_again_under_the_lock() => Accepts(Increment("""
        var n = plain.GetValueOrDefault(key);
        if (n > 1000)
            return n;
        lock (gate)
        {
            n = plain.GetValueOrDefault(key);
            return plain[key] = n + amount;
        }
        """));

    [Fact]
    public Task Written_only_if_nobody_was_faster() => Accepts(Increment("""
        while (true)
        {
            ulong seen;
            lock (gate) seen = plain.GetValueOrDefault(key);
            var next = seen + amount;
            lock (gate)
            {
                if (plain.GetValueOrDefault(key) != seen)
                    continue;
                plain[key] = next;
                return next;
            }
        }
        """));

    [Fact]
    public Task A_version_that_is_compared_under_the_lock() => Accepts(Fields("""
        ulong total, version;
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                ulong seen, at;
                lock (gate) (seen, at) = (total, version);
                lock (gate)
                    if (version == at)
                    {
                        total = seen + amount;
                        version++;
                        return new(total);
                    }
            }
        }
        """));

    [Fact]
    public Task The_cached_object_itself_is_written_back() => Accepts(Increment("""
        var counted = memory.GetOrCreate(key, _ => new Counted());
        lock (counted)
        {
            counted.Total += amount;
            memory.Set(key, counted, window);
            return counted.Total;
        }
        """, "sealed class Counted { public ulong Total; }"));

    [Fact]
    public Task A_lock_per_key() => Accepts(Increment("""
        var own = gates.GetOrAdd(key, _ => new object());
        lock (own)
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, "readonly ConcurrentDictionary<string, object> gates = new();"));

    [Fact]
    public Task An_upgradeable_lock_covers_the_writer_lock_in_it() => Accepts(Increment("""
        rw.EnterUpgradeableReadLock();
        try
        {
            var n = plain.GetValueOrDefault(key) + amount;
            rw.EnterWriteLock();
            try { plain[key] = n; } finally { rw.ExitWriteLock(); }
            return n;
        }
        finally { rw.ExitUpgradeableReadLock(); }
        """, "readonly ReaderWriterLockSlim rw = new();"));

    [Fact]
    public Task A_helper_runs_the_delegate_under_its_lock() => Accepts(Increment("""
        return await Alone(async () =>
        {
            await Task.Yield();
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        });
        """, """
        async Task<ulong> Alone(Func<Task<ulong>> work)
        {
            await mutex.WaitAsync();
            try { return await work(); } finally { mutex.Release(); }
        }
        """));

    [Fact]
    public Task A_helper_enters_and_another_leaves() => Accepts(Increment("""
        await EnterAsync(cancellationToken);
        try { return plain[key] = plain.GetValueOrDefault(key) + amount; }
        finally { Leave(); }
        """, """
        Task EnterAsync(CancellationToken stop) => mutex.WaitAsync(stop);
        void Leave() => mutex.Release();
        """));

    [Fact]
    public Task Early_returns_release_too() => Accepts(Increment("""
        await mutex.WaitAsync();
        var n = plain.GetValueOrDefault(key);
        if (n > 1000)
        {
            mutex.Release();
            return n;
        }
        plain[key] = n + amount;
        mutex.Release();
        return n + amount;
        """));

    [Fact]
    public Task What_is_written_after_the_lock_does_not_depend_on_what_was_read_in_it() => Accepts(Increment("""
        ulong n;
        lock (gate) n = plain.GetValueOrDefault(key);
        plain[key + ":seen"] = n;
        return n;
        """));

    [Fact]
    public Task A_sweep_time_that_is_checked_twice() => Accepts(Fields("""
        long sweepAt;
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan length, CancellationToken cancellationToken = default)
        {
            if (Environment.TickCount64 > sweepAt)
                lock (gate)
                    if (Environment.TickCount64 > sweepAt)
                        sweepAt = Environment.TickCount64 + 1000;
            var window = windows.GetOrAdd(key, _ => new Window());
            lock (window) return new(window.Total += amount);
        }
        """));

    [Fact]
    public Task The_atomic_verb_after_a_read_under_a_lock() => Accepts(Increment("""
        RedisValue before;
        lock (gate) before = redis.StringGet(key);
        var total = redis.StringIncrement(key, (long)amount);
        return before.IsNull ? amount : (ulong)total;
        """));
}
