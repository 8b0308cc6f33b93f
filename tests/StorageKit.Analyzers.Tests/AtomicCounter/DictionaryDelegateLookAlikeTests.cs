using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2006, code that looks alike and is correct.</summary>
public sealed class DictionaryDelegateLookAlikeTests() : StoreRuleTests(new DictionaryDelegateMustBePure())
{
    const string Slots = """
        sealed record Slot(ulong Total, DateTimeOffset Ends);
        sealed class Box
        {
            public ulong Total; public DateTimeOffset Ends { get; init; } readonly object own = new(); public ulong[] Cells = new ulong[4];
            public Box Plus(ulong n) => new() { Total = Total + n, Ends = Ends };
            public void Add(ulong n) { lock (own) Total += n; }
            public bool IsOver() => Ends < DateTimeOffset.UtcNow;
        }
        struct Cell { public ulong Total; }
        readonly ConcurrentDictionary<string, Slot> slots = new();
        readonly ConcurrentDictionary<string, Box> boxes = new();
        readonly ConcurrentDictionary<string, Cell> cells = new();
        readonly ConcurrentDictionary<string, List<long>> lists = new();
        readonly ConcurrentDictionary<string, (ulong N, long Ends)> pairs = new();
        readonly ConcurrentDictionary<string, System.Collections.Immutable.ImmutableList<long>> times = new();
        readonly ConcurrentDictionary<string, Lazy<Box>> lazy = new();
        """;

    [Theory]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => { n += amount; return n; });")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => { var sum = n; sum += amount; if (sum < n) sum = ulong.MaxValue; return sum; });")]
    [InlineData("return slots.AddOrUpdate(key, _ => new(amount, default), (_, s) => s with { Total = s.Total + amount }).Total;")]
    [InlineData("var now = DateTimeOffset.UtcNow; return slots.AddOrUpdate(key, _ => new(amount, now + window), (_, s) => s.Ends <= now ? new(amount, now + window) : s with { Total = s.Total + amount }).Total;")]
    [InlineData("return boxes.AddOrUpdate(key, _ => new Box { Total = amount }, (_, b) => b.Plus(amount)).Total;")]
    [InlineData("return boxes.AddOrUpdate(key, _ => new Box { Total = amount }, (_, b) => new Box { Total = b.Total + amount, Ends = b.Ends }).Total;")]
    [InlineData("return boxes.AddOrUpdate(key, _ => new Box(), (_, b) => { var next = new Box(); next.Total = b.Total + amount; return next; }).Total;")]
    [InlineData("return cells.AddOrUpdate(key, _ => new Cell(), (_, c) => { c.Total += amount; return c; }).Total;")]
    [InlineData("return pairs.AddOrUpdate(key, (amount, 0), (_, p) => { p.N += amount; return p; }).N;")]
    [InlineData("lists.AddOrUpdate(key, _ => [1], (_, old) => { var list = new List<long>(old); list.Add(1); return list; }); return 0;")]
    [InlineData("lists.AddOrUpdate(key, _ => [1], (_, old) => [.. old, 1]); return 0;")]
    [InlineData("times.AddOrUpdate(key, _ => [], (_, list) => list.Add(1)); return 0;")]
    [InlineData("boxes.AddOrUpdate(key, _ => new Box(), (_, b) => b.IsOver() ? new Box() : b); return 0;")]
    public Task A_pure_delegate(string statements) => Accepts(Increment(statements, Slots));

    [Theory]
    [InlineData("return boxes.AddOrUpdate(key, _ => new Box(), (_, b) => { lock (b) { b.Total += amount; } return b; }).Total;")]
    [InlineData("return boxes.AddOrUpdate(key, _ => new Box(), (_, b) => { Interlocked.Add(ref b.Total, amount); return b; }).Total;")]
    [InlineData("lock (gate) return boxes.AddOrUpdate(key, _ => new Box(), (_, b) => { b.Total += amount; return b; }).Total;")]
    [InlineData("lock (gate) { lists.AddOrUpdate(key, _ => [], (_, l) => { l.Add(1); return l; }); } return 0;")]
    [InlineData("await mutex.WaitAsync(cancellationToken); try { boxes.AddOrUpdate(key, _ => new(), (_, b) => { b.Total++; return b; }); } finally { mutex.Release(); } return 0;")]
    [InlineData("boxes.AddOrUpdate(key, _ => new Box(), (_, b) => { b.Add(amount); return b; }); return 0;")]
    [InlineData("var b = boxes.GetOrAdd(key, _ => new Box()); lock (b) { b.Total += amount; return b.Total; }")]
    [InlineData("var b = lazy.GetOrAdd(key, _ => new Lazy<Box>(() => new Box())).Value; return Interlocked.Add(ref b.Total, amount);")]
    [InlineData("var mine = new ConcurrentDictionary<string, List<int>>(); mine.AddOrUpdate(key, _ => [], (_, l) => { l.Add(1); return l; }); return 0;")]
    public Task Locks_and_Interlocked(string statements) => Accepts(Increment(statements, Slots));

    [Theory]
    [InlineData("var created = false; slots.GetOrAdd(key, _ => { created = true; return new(0, default); }); return created ? 1ul : 0;")]
    [InlineData("ulong result = 0; totals.AddOrUpdate(key, amount, (_, n) => { result = n + amount; return result; }); return result;")]
    [InlineData("totals.GetOrAdd(key, k => (ulong)k.Length); return 0;")]
    [InlineData("return totals.GetOrAdd(key, k => plain.TryGetValue(k, out var n) ? n : 0);")]
    [InlineData("return totals.GetOrAdd(key, k => (ulong)redis.StringGet(k));")]
    [InlineData("return totals.GetOrAdd(key, k => connection.ExecuteScalarAsync<ulong>(\"SELECT n FROM counters WHERE k = @k\", new { k }).Result);")]
    [InlineData("var calls = 0; calls++; totals.AddOrUpdate(key, amount, (_, n) => n + amount); return (ulong)calls;")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => n + amount); plain[key] = amount; return 0;")]
    [InlineData("new List<int> { 1 }.ForEach(i => totals.AddOrUpdate(key, amount, (_, n) => n + amount)); return 0;")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => { var parts = new List<ulong>(); parts.Add(n); parts.Add(amount); return parts[0] + parts[1]; }); return 0;")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => { var text = new System.Text.StringBuilder(); text.Append(n); return ulong.Parse(text.ToString()) + amount; }); return 0;")]
    public Task Captured_results_reads_and_things_of_its_own(string statements) => Accepts(Increment(statements, Slots));

    [Fact]
    public Task A_method_that_looks_alike_of_another_class() => Accepts(Increment(
        "return new Cache().AddOrUpdate(key, amount, (_, b) => { b.Total += amount; return b; }).Total;", Slots + """
        sealed class Cache { readonly Box box = new(); public Box AddOrUpdate(string key, ulong n, Func<string, Box, Box> update) { lock (box) return update(key, box); } }
        """));

    [Fact]
    public Task A_store_without_an_atomic_member() => Accepts("""
        using System.Collections.Concurrent;
        using StorageKit;
        public class Sessions : ISessionStore
        {
            readonly ConcurrentDictionary<string, List<int>> saves = new();
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                saves.AddOrUpdate("n", _ => [], (_, list) => { list.Add(1); return list; });
                return default;
            }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);
}
