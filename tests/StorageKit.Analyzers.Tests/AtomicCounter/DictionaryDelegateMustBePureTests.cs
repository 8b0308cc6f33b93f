using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2006, code that breaks the rule.</summary>
public sealed class DictionaryDelegateMustBePureTests() : StoreRuleTests(new DictionaryDelegateMustBePure())
{
    const string Slots = """
        sealed class Slot
        {
            public ulong Total; public int Hits { get; set; } public List<long> Times = []; public Slot? Next; public Part Part;
            public void Add(ulong n) => Total += n;
            public Slot Touch(DateTimeOffset now) { Ends = now; return this; }
            public DateTimeOffset Ends;
        }
        struct Part { public int N; }
        readonly ConcurrentDictionary<string, Slot> slots = new();
        readonly ConcurrentDictionary<string, List<DateTime>> times = new();
        readonly ConcurrentDictionary<string, Queue<long>> queues = new();
        readonly ConcurrentDictionary<string, ulong[]> cells = new();
        readonly List<string> names = [];
        ulong calls;
        static long total;
        """;

    [Theory]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { [|e.Total += amount|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { [|e.Hits++|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, new Slot(), (k, old) => { var e = old; [|e.Total = e.Total + amount|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, (_, n) => new Slot { Total = n }, (_, e, n) => { [|e.Total += n|]; return e; }, amount); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { [|e.Add(amount)|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => [|e.Touch(DateTimeOffset.UtcNow)|]); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { [|e.Times.Add(1)|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { [|e.Part.N++|]; return e; }); return 0;")]
    [InlineData("slots.AddOrUpdate(key, _ => new Slot(), (_, e) => { if (e.Ends < DateTimeOffset.UtcNow) { [|e.Total = 0|]; } return e; }); return 0;")]
    [InlineData("times.AddOrUpdate(key, _ => [DateTime.UtcNow], (_, list) => { [|list.Add(DateTime.UtcNow)|]; return list; }); return 0;")]
    [InlineData("times.AddOrUpdate(key, _ => [], (_, list) => { [|list.RemoveAll(t => t < DateTime.UtcNow)|]; return list; }); return 0;")]
    [InlineData("queues.AddOrUpdate(key, _ => new(), (_, q) => { [|q.Enqueue(1)|]; return q; }); return 0;")]
    [InlineData("cells.AddOrUpdate(key, _ => new ulong[1], (_, c) => { [|c[0] += amount|]; return c; }); return 0;")]
    public Task The_stored_object(string statements) => Flags(Increment(statements, Slots));

    [Theory]
    [InlineData("ulong seen = 0; totals.AddOrUpdate(key, amount, (_, n) => { [|seen += n|]; return n + amount; }); return seen;")]
    [InlineData("var hits = 0; totals.AddOrUpdate(key, amount, (_, n) => { [|hits++|]; return n + amount; }); return (ulong)hits;")]
    [InlineData("totals.AddOrUpdate(key, amount, (_, n) => { [|calls++|]; return n + amount; }); return 0;")]
    [InlineData("totals.AddOrUpdate(key, _ => { [|this.calls += amount|]; return amount; }, (_, n) => n + amount); return 0;")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => { [|Interlocked.Add(ref total, (long)amount)|]; return n + amount; });")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => [|calls = n + amount|]);")]
    [InlineData("totals.GetOrAdd(key, k => { [|plain[k] = amount|]; return 0; }); return 0;")]
    [InlineData("totals.GetOrAdd(key, k => { [|names.Add(k)|]; return 0; }); return 0;")]
    [InlineData("return totals.AddOrUpdate(key, amount, (k, n) => { [|redis.StringSet(k, (long)n)|]; return n + amount; });")]
    [InlineData("return totals.AddOrUpdate(key, amount, (k, n) => { [|File.AppendAllText(\"log\", k)|]; return n + amount; });")]
    [InlineData("totals.GetOrAdd(key, k => (ulong)[|connection.ExecuteAsync(\"INSERT INTO counters (k, n) VALUES (@k, 0)\", new { k })|].Result); return 0;")]
    public Task Variables_fields_collections_and_stores(string statements) => Flags(Increment(statements, Slots));

    [Fact]
    public Task A_method_of_the_class() => Flags(Increment(
        "return slots.AddOrUpdate(key, Make, Merge).Total;",
        Slots + """
        static Slot Make(string key) => new();
        static Slot Merge(string key, Slot stored) { [|stored.Hits += 1|]; return stored; }
        """));

    [Fact]
    public Task A_local_function_and_a_delegate_in_a_local() => Flags(Increment("""
        slots.AddOrUpdate(key, new Slot(), Merge);
        Func<string, Slot, Slot> update = (_, e) => { [|e.Total++|]; return e; };
        return slots.AddOrUpdate(key, new Slot(), update).Total;
        Slot Merge(string k, Slot e) { [|e.Total += amount|]; return e; }
        """, Slots));

    [Fact]
    public Task Any_method_of_the_class() => Flags(Increment("return 0;", Slots + """
        public void Touch(string key) => slots.AddOrUpdate(key, _ => new(), (_, e) => { [|e.Ends = DateTimeOffset.UtcNow|]; return e; });
        """));

    [Fact]
    public Task A_base_class_and_a_generic_value() => Flags("""
        using System.Collections.Concurrent;
        using StorageKit;
        public class Box { public long N; }
        public abstract class Map<T> where T : Box, new()
        {
            readonly ConcurrentDictionary<string, T> items = new();
            protected T Bump(string key, long by) => items.AddOrUpdate(
                key,
                addValueFactory: _ => new T { N = by },
                updateValueFactory: (_, existing) =>
                {
                    [|existing.N += by|];
                    return existing;
                });
        }
        public sealed class Counter : Map<Box>, IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new((ulong)Bump(key, (long)amount).N);
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);
}
