using StorageKit.Analyzers.Stores;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.Stores;

/// <summary>SK0006, code that breaks the rule and code that looks like it.</summary>
public sealed class StateMustNotBeStaticTests() : StoreRuleTests(new StateMustNotBeStatic())
{
    static string Counter(string fields, string body) => $$"""
        using StorageKit;
        using System.Collections.Concurrent;
        [StorageContract("tally")] public interface ITally { [AtomicReadModifyWrite] Task<long> AddAsync(string key, long amount); }
        public class Tally(TenantId tenant) : ITally
        {
            object Tenant => tenant;
            {{fields}}
            public async Task<long> AddAsync(string key, long amount) { await Task.Yield(); {{body}} }
        }
        """;

    [Theory]
    [InlineData("static readonly List<AuditEntry> [|Log|] = [];", "lock (Log) Log.Add(entry);")]
    [InlineData("private static readonly ConcurrentQueue<string> [|Log|] = new();", "Log.Enqueue(entry.ToJson());")]
    [InlineData("static ConcurrentDictionary<Hash256, AuditEntry> [|Log|] = new();", "Log.TryAdd(entry.EntryHash, entry);")]
    [InlineData("static readonly ConcurrentDictionary<Hash256, AuditEntry> [|Log|] = new();", "Keep(entry); void Keep(AuditEntry e) => Log[e.EntryHash] = e;")]
    public Task Entries_in_a_static_collection(string field, string emit) => Flags(Sink(emit, field, ""));

    [Theory]
    [InlineData("static readonly ConcurrentDictionary<string, long> [|Totals|] = new();", "return Totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("static readonly Dictionary<string, long> [|Totals|] = new();", "lock (Totals) return Totals[key] = amount;")]
    [InlineData("static long [|_total|];", "return _total += amount;")]
    public Task Totals_in_a_static_field(string field, string body) => Flags(Counter(field, body));

    [Theory]
    [InlineData("readonly List<AuditEntry> _log = [];", "lock (_log) _log.Add(entry);")]
    [InlineData("static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();", "var gate = Gates.GetOrAdd(entry.SessionId.ToString()!, _ => new SemaphoreSlim(1, 1)); await gate.WaitAsync();")]
    [InlineData("static readonly JsonSerializerOptions Options = new(); static readonly string[] Names = [\"a\"];", "_ = (Options, Names, entry);")]
    [InlineData("static readonly Dictionary<string, string> Texts = new() { [\"a\"] = \"b\" };", "_ = Texts.TryGetValue(entry.Payload, out var text);")]
    [InlineData("static long _emitted; readonly List<AuditEntry> _log = [];", "_emitted++; lock (_log) _log.Add(entry);")]
    public Task Instance_state_and_static_things_that_keep_nothing_given(string field, string emit) =>
        Accepts(Sink(emit, field, ""));

    [Theory]
    [InlineData("readonly ConcurrentDictionary<string, long> _totals = new();", "return _totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("static readonly ConcurrentDictionary<(TenantId, string), long> Totals = new();", "return Totals.AddOrUpdate((tenant, key), amount, (_, n) => n + amount);")]
    public Task Totals_of_the_instance_or_by_tenant(string field, string body) => Accepts(Counter(field, body));

    [Fact]
    public Task A_class_that_is_no_store() => Accepts("""
        public class Other { static readonly List<string> All = []; public void Add(string name) => All.Add(name); }
        """);
}
