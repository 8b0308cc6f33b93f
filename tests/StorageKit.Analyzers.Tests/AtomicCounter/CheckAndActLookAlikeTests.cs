using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2005, code that looks alike and is correct.</summary>
public sealed class CheckAndActLookAlikeTests() : StoreRuleTests(new CheckAndActMustBeOneCall())
{
    const string Windows = """
        readonly ConcurrentDictionary<string, Window> windows = new();
        readonly ConcurrentDictionary<string, object> locks = new();
        readonly ConcurrentDictionary<string, DateTimeOffset> seen = new();
        readonly ConcurrentDictionary<string, string> names = new();
        sealed class Window { public ulong Total; public DateTimeOffset Ends; }
        sealed record Bucket(ulong Total, DateTimeOffset Ends);
        readonly ConcurrentDictionary<string, Bucket> buckets = new();
        """;

    [Theory]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("return totals.AddOrUpdate(key, static (_, add) => add, static (_, n, add) => n + add, amount);")]
    [InlineData("if (totals.TryGetValue(key, out var n) && n > 1000) return n; return totals.AddOrUpdate(key, amount, (_, v) => v + amount);")]
    [InlineData("totals.TryAdd(key, 0); return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("while (true) { var n = totals.GetOrAdd(key, 0ul); if (totals.TryUpdate(key, n + amount, n)) return n + amount; }")]
    [InlineData("ulong n; do n = totals.GetOrAdd(key, 0ul); while (!totals.TryUpdate(key, n + amount, n)); return n + amount;")]
    [InlineData("while (true) { if (totals.TryGetValue(key, out var n)) { if (totals.TryUpdate(key, n + amount, n)) return n + amount; } else if (totals.TryAdd(key, amount)) return amount; }")]
    [InlineData("if (totals.TryAdd(key, amount)) return amount; return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("lock (gate) { totals.TryGetValue(key, out var n); totals[key] = n + amount; return n + amount; }")]
    [InlineData("lock (gate) return totals[key] += amount;")]
    [InlineData("await mutex.WaitAsync(cancellationToken); try { return totals[key] = totals.GetValueOrDefault(key) + amount; } finally { mutex.Release(); }")]
    [InlineData("var mine = new ConcurrentDictionary<string, ulong>(); mine[key] = mine.GetValueOrDefault(key) + amount; return mine[key];")]
    [InlineData("return totals.TryGetValue(key, out var n) ? n : 0;")]
    [InlineData("totals[key + \":other\"] = totals.GetValueOrDefault(key); return 0;")]
    [InlineData("totals.TryGetValue(key, out _); totals[key] = amount; return amount;")]
    public Task Totals_in_a_dictionary(string statements) => Accepts(Increment(statements));

    [Theory]
    [InlineData("var w = windows.GetOrAdd(key, _ => new Window()); lock (w) { w.Total += amount; return w.Total; }")]
    [InlineData("var w = windows.GetOrAdd(key, _ => new Window()); return Interlocked.Add(ref w.Total, amount);")]
    [InlineData("lock (locks.GetOrAdd(key, _ => new object())) { totals.TryGetValue(key, out var n); totals[key] = n + amount; return n + amount; }")]
    [InlineData("if (!windows.TryGetValue(key, out var w)) w = windows.GetOrAdd(key, new Window()); lock (w) return w.Total += amount;")]
    [InlineData("seen[key] = DateTimeOffset.UtcNow; return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("if (!names.ContainsKey(key)) names[key] = key.ToUpperInvariant(); return totals.AddOrUpdate(names[key], amount, (_, n) => n + amount);")]
    [InlineData("if (!names.TryGetValue(key, out var name)) names[key] = name = \"rl:\" + key; return totals.AddOrUpdate(name, amount, (_, n) => n + amount);")]
    [InlineData("if (windows.TryGetValue(key, out var w)) { lock (w) w.Total += amount; windows[key] = w; } return 0;")]
    [InlineData("while (true) { if (buckets.TryGetValue(key, out var b)) { var next = b with { Total = b.Total + amount }; if (buckets.TryUpdate(key, next, b)) return next.Total; } else if (buckets.TryAdd(key, new(amount, DateTimeOffset.UtcNow + window))) return amount; }")]
    [InlineData("var done = false; while (!done) { var b = buckets.GetOrAdd(key, _ => new(0, default)); done = buckets.TryUpdate(key, b with { Total = b.Total + amount }, b); } return 0;")]
    public Task Windows_names_and_locks(string statements) => Accepts(Increment(statements, Windows));

    [Fact]
    public Task The_caller_of_the_helper_holds_the_lock() => Accepts(Increment(
        "lock (gate) return Bump(key, amount);",
        "ulong Bump(string name, ulong by) { totals.TryGetValue(name, out var n); return totals[name] = n + by; }"));

    [Fact]
    public Task A_member_without_the_promise_may_check_and_act() => Accepts("""
        using System.Collections.Concurrent;
        using StorageKit;
        public class Sessions : ISessionStore
        {
            readonly ConcurrentDictionary<string, long> saves = new();
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                saves["n"] = saves.GetValueOrDefault("n") + 1;
                return default;
            }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task An_exempt_type_carries_its_reason() => Accepts(Increment("""
        totals[key] += amount;
        return totals[key];
        """).Replace("public class AcmeCounter(", "[ContractExempt(\"SK2005\", Because = \"One caller.\")] public class AcmeCounter(", StringComparison.Ordinal));
}
