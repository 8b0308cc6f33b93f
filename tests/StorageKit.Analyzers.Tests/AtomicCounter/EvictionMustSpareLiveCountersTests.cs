using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2018, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class EvictionMustSpareLiveCountersTests() : StoreRuleTests(new EvictionMustSpareLiveCounters())
{
    static string Store(string member) => Increment(
        "return slots.AddOrUpdate(key, _ => new(amount, DateTime.UtcNow + window), (_, s) => s with { Total = s.Total + amount }).Total;",
        """
        sealed record Slot(ulong Total, DateTime Ends);
        readonly ConcurrentDictionary<string, Slot> slots = new();
        readonly ConcurrentDictionary<string, Slot> others = new();

        """ + member);

    [Theory]
    [InlineData("public void Sweep() { foreach (var pair in slots) if (pair.Value.Ends <= DateTime.UtcNow) [|slots.TryRemove(pair.Key, out _)|]; }")]
    [InlineData("public void Sweep() { foreach (var (name, slot) in slots) { if (slot.Ends > DateTime.UtcNow) continue; [|slots.TryRemove(name, out _)|]; } }")]
    [InlineData("public void Sweep() { var old = slots.Where(p => p.Value.Ends <= DateTime.UtcNow).Select(p => p.Key).ToList(); foreach (var name in old) [|slots.TryRemove(name, out _)|]; }")]
    [InlineData("public ulong Get(string name) { if (slots.TryGetValue(name, out var s) && s.Ends <= DateTime.UtcNow) { [|slots.TryRemove(name, out _)|]; return 0; } return s?.Total ?? 0; }")]
    [InlineData("public ulong Get(string name) { if (!slots.TryGetValue(name, out var s)) return 0; if (s.Ends > DateTime.UtcNow) return s.Total; [|slots.TryRemove(name, out _)|]; return 0; }")]
    [InlineData("void Drop(string name) => [|slots.TryRemove(name, out _)|]; public void Sweep() { foreach (var pair in slots) if (pair.Value.Total == 0) Drop(pair.Key); }")]
    [InlineData("Timer Clock => new(state => { foreach (var p in slots) if (p.Value.Ends < DateTime.UtcNow) [|slots.TryRemove(p.Key, out _)|]; });")]
    public Task An_entry_that_is_over_is_removed_by_its_key(string member) => Flags(Store(member));

    [Theory]
    [InlineData("public void Sweep() { foreach (var pair in slots) if (pair.Value.Ends <= DateTime.UtcNow) slots.TryRemove(pair); }")]
    [InlineData("public void Sweep() { foreach (var p in slots) if (p.Value.Ends <= DateTime.UtcNow) slots.TryRemove(new KeyValuePair<string, Slot>(p.Key, p.Value)); }")]
    [InlineData("public void Forget(string name) => slots.TryRemove(name, out _);")]
    [InlineData("public void Forget(string name) { if (slots.ContainsKey(name)) slots.TryRemove(name, out _); }")]
    [InlineData("public void Forget(string name) { if (slots.TryGetValue(name, out _)) slots.TryRemove(name, out _); }")]
    [InlineData("public void ForgetAll() { foreach (var name in slots.Keys) slots.TryRemove(name, out _); }")]
    [InlineData("public void ForgetTenant(string prefix) { foreach (var pair in slots) if (pair.Key.StartsWith(prefix)) slots.TryRemove(pair.Key, out _); }")]
    [InlineData("public void ForgetTenant(string prefix) { foreach (var (name, _) in slots) if (name.StartsWith(prefix)) slots.TryRemove(name, out Slot? gone); }")]
    [InlineData("public void ForgetTenant(string prefix) { foreach (var pair in slots.Where(p => p.Key.StartsWith(prefix))) slots.TryRemove(pair.Key, out _); }")]
    [InlineData("public void Sweep() { lock (gate) foreach (var pair in slots) if (pair.Value.Ends <= DateTime.UtcNow) slots.TryRemove(pair.Key, out _); }")]
    [InlineData("public void Sweep() { foreach (var pair in slots) lock (pair.Value) if (pair.Value.Total == 0) slots.TryRemove(pair.Key, out _); }")]
    [InlineData("public void Sweep() { foreach (var pair in others) if (pair.Value.Ends <= DateTime.UtcNow) others.TryRemove(pair.Key, out _); }")]
    public Task A_reset_a_pair_a_lock_or_another_dictionary(string member) => Accepts(Store(member));
}
