using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2009, code that looks alike and is correct.</summary>
public sealed class LockObjectLookAlikeTests() : StoreRuleTests(new LockMustExcludeOthers())
{
    [Theory]
    [InlineData("gate")]
    [InlineData("plain")]
    [InlineData("this")]
    [InlineData("typeof(AcmeCounter)")]
    [InlineData("shared")]
    [InlineData("Gate")]
    [InlineData("gates.GetOrAdd(key, _ => new object())")]
    [InlineData("gates.GetOrAdd(key, new object())")]
    [InlineData("stripes[(uint)key.GetHashCode() % 16]")]
    [InlineData("StripeOf(key)")]
    [InlineData("names.GetOrAdd(key, key)")]
    public Task One_object_for_all_callers(string target) => Accepts(Increment($$"""
        lock ({{target}})
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, """
        static readonly object shared = new();
        readonly ConcurrentDictionary<string, object> gates = new();
        readonly ConcurrentDictionary<string, string> names = new();
        readonly object[] stripes = new object[16];
        object Gate { get; } = new();
        object StripeOf(string key) => stripes[0];
        """));

    [Fact]
    public Task A_lock_per_key_that_is_stored_when_new() => Accepts(Increment("""
        object own;
        lock (gates)
            if (!gates.TryGetValue(key, out own))
            {
                own = new object();
                gates[key] = own;
            }
        lock (own)
            return totals[key] = totals.GetValueOrDefault(key) + amount;
        """, "readonly Dictionary<string, object> gates = new();"));

    [Fact]
    public Task A_new_object_that_is_offered_to_all() => Accepts(Increment("""
        var mine = new object();
        var own = gates.GetOrAdd(key, mine);
        lock (own)
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, "readonly ConcurrentDictionary<string, object> gates = new();"));

    [Fact]
    public Task A_throttle_for_tasks_of_this_call() => Accepts(Increment("""
        using var throttle = new SemaphoreSlim(4);
        await Task.WhenAll(Enumerable.Range(0, 9).Select(async _ =>
        {
            await throttle.WaitAsync();
            try { await redis.KeyExistsAsync(key); } finally { throttle.Release(); }
        }));
        return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        """));

    [Fact]
    public Task A_lock_shared_by_threads_of_this_call() => Accepts(Increment("""
        var own = new object();
        var sum = 0ul;
        Parallel.For(0, 4, i => { lock (own) sum += (ulong)i; });
        return (ulong)await redis.StringIncrementAsync(key, (long)sum);
        """));

    [Fact]
    public Task A_mutex_is_known_by_its_name() => Accepts(Increment("""
        using var all = new Mutex(false, "Global\\acme-counter");
        all.WaitOne();
        try { return plain[key] = plain.GetValueOrDefault(key) + amount; }
        finally { all.ReleaseMutex(); }
        """));

    [Fact]
    public Task A_handle_to_a_distributed_lock_is_new_each_time() => Accepts(Increment("""
        using (await new DistributedLock(redis, key).AcquireAsync())
        {
            var n = (ulong)await redis.StringGetAsync(key) + amount;
            await redis.StringSetAsync(key, n);
            return n;
        }
        """, """
        class DistributedLock(IDatabase on, RedisKey name)
        {
            public async Task<IDisposable> AcquireAsync() { await on.LockTakeAsync(name, "me", TimeSpan.MaxValue); return null; }
        }
        """));

    [Fact]
    public Task A_static_lock_for_static_state() => Accepts(Increment("""
        lock (every)
            return all[key] = all.GetValueOrDefault(key) + amount;
        """, """
        static readonly object every = new();
        static readonly Dictionary<string, ulong> all = new();
        """));

    [Fact]
    public Task A_lock_that_is_made_once() => Accepts(Increment("""
        Interlocked.CompareExchange(ref padlock, new object(), null);
        lock (padlock)
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, "object padlock;"));

    [Fact]
    public Task A_constructor_makes_the_lock() => Accepts("""
        using StorageKit;
        public sealed class Counts : IRateLimitCounter
        {
            object padlock;
            readonly Dictionary<string, ulong> counts = [];
            public Counts() => padlock = new object();
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                lock (padlock) return new(counts[key] = counts.GetValueOrDefault(key) + amount);
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
            {
                lock (padlock) return new(counts.GetValueOrDefault(key));
            }
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
            {
                lock (padlock) { counts.Remove(key); return default; }
            }
        }
        """);

    [Fact]
    public Task Two_locks_for_two_dictionaries() => Accepts(Increment("""
        lock (gate) plain[key] = plain.GetValueOrDefault(key) + amount;
        lock (other) calls[key] = calls.GetValueOrDefault(key) + 1;
        return 1;
        """, """
        readonly object other = new();
        readonly Dictionary<string, ulong> calls = new();
        """));

    [Fact]
    public Task An_inner_lock_beside_the_one_that_all_take() => Accepts(Increment("""
        lock (gate) lock (other) plain[key] = plain.GetValueOrDefault(key) + amount;
        lock (gate) plain.Remove("old");
        lock (other) Console.Write(key);
        return 1;
        """, "readonly object other = new();"));

    [Fact]
    public Task A_semaphore_of_four_around_a_server() => Accepts(Increment("""
        await four.WaitAsync(cancellationToken);
        try { return (ulong)await redis.StringIncrementAsync(key, (long)amount); }
        finally { four.Release(); }
        """, "readonly SemaphoreSlim four = new(4, 4);"));

    [Fact]
    public Task The_object_that_is_counted_in() => Accepts(Fields("""
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan length, CancellationToken cancellationToken = default)
        {
            var window = windows.GetOrAdd(key, static _ => new Window());
            lock (window) return new(window.Total += amount);
        }
        """));

    [Fact]
    public Task A_lock_that_the_constructor_is_given() => Accepts("""
        using StorageKit;
        public sealed class Counts(object padlock, Dictionary<string, ulong> counts) : IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                lock (padlock) return new(counts[key] = counts.GetValueOrDefault(key) + amount);
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);
}
