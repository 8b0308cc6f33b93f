using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2005, code that breaks the rule.</summary>
public sealed class CheckAndActMustBeOneCallTests() : StoreRuleTests(new CheckAndActMustBeOneCall())
{
    const string Records = """
        readonly record struct Slot(ulong Total, DateTimeOffset Ends);
        sealed record Bucket(ulong Total, DateTimeOffset Ends);
        readonly ConcurrentDictionary<string, Slot> slots = new();
        readonly ConcurrentDictionary<string, Bucket> buckets = new();
        readonly ConcurrentDictionary<string, (ulong Total, long Ends)> pairs = new();
        readonly ConcurrentDictionary<string, Window> windows = new();
        sealed class Window { public ulong Total; public List<long> Hits = []; public DateTimeOffset Ends; }
        static readonly ConcurrentDictionary<(string, int), int> Shared = new();
        """;

    [Theory]
    [InlineData("[|totals[key] += amount|]; return totals[key];")]
    [InlineData("return [|totals[key]++|];")]
    [InlineData("return [|totals[key] = totals[key] + amount|];")]
    [InlineData("totals.TryGetValue(key, out var n); [|totals[key] = n + amount|]; return n + amount;")]
    [InlineData("[|totals[key] = totals.TryGetValue(key, out var n) ? n + amount : amount|]; return totals[key];")]
    [InlineData("var n = totals.GetOrAdd(key, 0ul); n += amount; [|totals[key] = n|]; return n;")]
    [InlineData("[|totals[key] = totals.GetValueOrDefault(key) + amount|]; return 0;")]
    [InlineData("if (totals.ContainsKey(key)) [|totals[key] += amount|]; else [|totals[key] = amount|]; return 0;")]
    [InlineData("if (!totals.TryAdd(key, amount)) [|totals[key] += amount|]; return totals[key];")]
    [InlineData("if (!totals.ContainsKey(key)) [|totals[key] = amount|]; else totals.AddOrUpdate(key, amount, (_, n) => n + amount); return 0;")]
    [InlineData("if (totals.TryGetValue(key, out var n)) { [|totals.TryUpdate(key, n + amount, n)|]; return n + amount; } return 0;")]
    [InlineData("var n = totals.GetOrAdd(key, 0ul); _ = [|totals.TryUpdate(key, n + amount, n)|]; return n + amount;")]
    [InlineData("if (!totals.ContainsKey(key)) { [|totals.TryAdd(key, amount)|]; return amount; } return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("totals.TryRemove(key, out var n); [|totals.TryAdd(key, n + amount)|]; return n + amount;")]
    [InlineData("if (totals.TryRemove(key, out var n)) { [|totals[key] = n + amount|]; return n + amount; } return 0;")]
    public Task Totals_in_a_dictionary(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("var slot = slots.GetOrAdd(key, _ => new(0, DateTimeOffset.MaxValue)); [|slots[key] = slot with { Total = slot.Total + amount }|]; return 0;")]
    [InlineData("if (buckets.TryGetValue(key, out var b)) { var next = b with { Total = b.Total + amount }; [|buckets[key] = next|]; return next.Total; } return 0;")]
    [InlineData("pairs.TryGetValue(key, out var pair); pair.Total += amount; [|pairs[key] = pair|]; return pair.Total;")]
    [InlineData("var (n, ends) = pairs.GetValueOrDefault(key); [|pairs[key] = (n + amount, ends)|]; return n;")]
    [InlineData("var bucket = buckets.TryGetValue(key, out var old) && old.Ends > DateTimeOffset.UtcNow ? old with { Total = old.Total + amount } : new Bucket(amount, DateTimeOffset.UtcNow + window); [|buckets[key] = bucket|]; return bucket.Total;")]
    [InlineData("return (ulong)[|Shared[(key, DateTime.UtcNow.Minute)]++|];")]
    public Task Records_and_tuples(string statements) => Flags(Increment(statements, Records));

    [Theory]
    [InlineData("if (!windows.TryGetValue(key, out var w)) { w = new Window(); [|windows[key] = w|]; } lock (w) { w.Total += amount; return w.Total; }")]
    [InlineData("windows.TryGetValue(key, out var w); if (w is null) [|windows[key] = w = new Window()|]; return Interlocked.Add(ref w.Total, amount);")]
    [InlineData("if (!windows.ContainsKey(key)) [|windows[key] = new Window()|]; var w = windows[key]; lock (w) { w.Hits.Add(1); return (ulong)w.Hits.Count; }")]
    public Task An_object_of_its_own_on_a_miss(string statements) => Flags(Increment(statements, Records));

    [Fact]
    public Task Two_private_helpers() => Flags(Increment("""
        var next = Load(key) + amount;
        Save(key, next);
        return next;
        """, """
        ulong Load(string name) => totals.TryGetValue(name, out var n) ? n : 0;
        void Save(string name, ulong value) => [|totals[name] = value|];
        """));

    [Fact]
    public Task A_local_function() => Flags(Increment("""
        return Add();
        ulong Add() { totals.TryGetValue(key, out var n); [|totals[key] = n + amount|]; return n + amount; }
        """));

    [Fact]
    public Task An_expression_bodied_member() => Flags(Fields("""
        readonly ConcurrentDictionary<string, long> hits = new(StringComparer.Ordinal);
        public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult((ulong)([|hits[key] = hits.GetValueOrDefault(key) + (long)amount|]));
        """));

    [Fact]
    public Task A_base_class_holds_the_dictionary() => Flags("""
        using System.Collections.Concurrent;
        using StorageKit;
        public abstract class Base
        {
            protected ConcurrentDictionary<string, ulong> Map { get; } = new();
            protected ulong Bump(string k, ulong by)
            {
                if (Map.TryGetValue(k, out var seen)) { [|Map[k] = seen + by|]; return seen + by; }
                Map[k] = by;
                return by;
            }
        }
        public sealed class Counter : Base, IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(Bump(key, amount));
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """.Replace("Map[k] = by;", "[|Map[k] = by|];", StringComparison.Ordinal));

    [Fact]
    public Task The_dictionary_of_a_primary_constructors_state() => Flags("""
        using System.Collections.Concurrent;
        using StorageKit;
        public sealed class State { public readonly ConcurrentDictionary<string, ulong> Counts = []; }
        public sealed class Counter(State state) : IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                var counts = state.Counts;
                if (counts.TryGetValue(key, out var n) is false)
                    n = 0;
                [|counts[key] = checked(n + amount)|];
                return ValueTask.FromResult(n + amount);
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);
}
