using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2009, code that breaks the rule.</summary>
public sealed class LockMustExcludeOthersTests() : StoreRuleTests(new LockMustExcludeOthers())
{
    [Theory]
    [InlineData("lock ([|new object()|])")]
    [InlineData("lock ([|new { key }|])")]
    [InlineData("lock ([|$\"lock:{key}\"|])")]
    [InlineData("lock ([|\"lock:\" + key|])")]
    [InlineData("lock ([|key|])")]
    [InlineData("lock ([|key.ToLowerInvariant()|])")]
    [InlineData("lock ([|(object)amount|])")]
    [InlineData("lock ([|Fresh()|])")]
    [InlineData("lock ([|Gate|])")]
    [InlineData("lock ([|perThread|])")]
    public Task An_object_of_this_call(string statement) => Flags(Increment($$"""
        {{statement}}
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, """
        static object Fresh() => new();
        object Gate => new object();
        [ThreadStatic] static object perThread;
        """));

    [Theory]
    [InlineData("object mine = new();")]
    [InlineData("var mine = new object();")]
    [InlineData("var mine = \"rl:\" + key;")]
    [InlineData("var mine = new Lock();")]
    public Task A_local_that_nobody_else_sees(string declaration) => Flags(Increment($$"""
        {{declaration}}
        lock ([|mine|])
        {
            plain[key] = plain.GetValueOrDefault(key) + amount;
            return plain[key];
        }
        """));

    [Fact]
    public Task A_semaphore_of_this_call() => Flags(Increment("""
        using var once = new SemaphoreSlim(1, 1);
        await [|once|].WaitAsync(cancellationToken);
        try { return plain[key] = plain.GetValueOrDefault(key) + amount; }
        finally { once.Release(); }
        """));

    [Fact]
    public Task Monitor_on_a_fresh_object() => Flags(Increment("""
        var own = new object();
        Monitor.Enter([|own|]);
        plain[key] = plain.GetValueOrDefault(key) + amount;
        Monitor.Exit(own);
        return plain[key];
        """));

    [Fact]
    public Task A_helper_that_is_handed_a_fresh_object() => Flags(Increment("""
        return Add([|new object()|], key, amount);
        """, """
        ulong Add(object padlock, string name, ulong n)
        {
            lock (padlock)
                return plain[name] = plain.GetValueOrDefault(name) + n;
        }
        """).Replace("[|new object()|]", "new object()", StringComparison.Ordinal).Replace("lock (padlock)", "lock ([|padlock|])", StringComparison.Ordinal));

    [Fact]
    public Task Redis_under_a_fresh_lock() => Flags(Increment("""
        lock ([|new object()|])
        {
            var n = (ulong)redis.StringGet(key) + amount;
            redis.StringSet(key, n);
            return n;
        }
        """));

    [Fact]
    public Task In_a_sink_too() => Flags("""
        using StorageKit;
        public sealed class ListSink : IAuditSink
        {
            readonly List<AuditEntry> entries = [];
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                lock ([|new object()|]) entries.Add(entry);
                return default;
            }
        }
        """);

    [Theory]
    [InlineData("[|padlock = new object()|];")]
    [InlineData("[|padlock = new()|];")]
    [InlineData("[|padlock ??= new()|];")]
    public Task A_lock_that_is_replaced(string statement) => Flags(Increment($$"""
        Forget();
        lock (padlock)
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        """, $$"""
        object padlock = new();
        void Forget() { {{statement}} }
        """));

    [Fact]
    public Task An_instance_lock_for_a_static_dictionary() => Flags(Increment("""
        lock ([|gate|])
            return all[key] = all.GetValueOrDefault(key) + amount;
        """, "static readonly Dictionary<string, ulong> all = new();"));

    [Fact]
    public Task An_instance_lock_for_a_static_number() => Flags(Fields("""
        static ulong total;
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
        {
            lock ([|gate|]) { total += amount; return new(total); }
        }
        """));

    [Fact]
    public Task Two_locks_for_one_dictionary() => Flags("""
        using StorageKit;
        public sealed class TwoGates : IRateLimitCounter
        {
            readonly Dictionary<string, ulong> counts = [];
            readonly object adding = new(), clearing = new();
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                lock (adding) return new(counts[key] = counts.GetValueOrDefault(key) + amount);
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
            {
                lock ([|clearing|]) counts.Remove(key);
                return default;
            }
        }
        """);

    [Fact]
    public Task A_semaphore_that_lets_four_in() => Flags(Increment("""
        await [|four|].WaitAsync(cancellationToken);
        try { return plain[key] = plain.GetValueOrDefault(key) + amount; }
        finally { four.Release(); }
        """, "readonly SemaphoreSlim four = new(4, 4);"));

    [Fact]
    public Task A_readonly_spin_lock_is_copied() => Flags(Increment("""
        var taken = false;
        [|spin|].Enter(ref taken);
        plain[key] = plain.GetValueOrDefault(key) + amount;
        spin.Exit();
        return plain[key];
        """, "readonly SpinLock spin = new();"));
}
