using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1008, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class ContainerMustKeepOrderTests() : StoreRuleTests(new ContainerMustKeepOrder())
{
    [Theory]
    [InlineData("ConcurrentBag<AuditEntry> [|_entries|] = new();", "_entries.Add(entry);")]
    [InlineData("ConcurrentBag<string> [|_entries|] = [];", "_entries.Add(entry.ToJson());")]
    [InlineData("ConcurrentBag<AuditEntry> [|_entries|] = [];", "Put(entry); void Put(AuditEntry e) => _entries.Add(e);")]
    [InlineData("ConcurrentStack<AuditEntry> [|_entries|] = new();", "_entries.Push(entry);")]
    [InlineData("Stack<AuditEntry> [|_entries|] = new();", "lock (_entries) _entries.Push(entry);")]
    [InlineData("HashSet<AuditEntry> [|_entries|] = [];", "lock (_entries) _entries.Add(entry);")]
    [InlineData("Dictionary<Hash256, AuditEntry> [|_entries|] = [];", "lock (_entries) _entries[entry.EntryHash] = entry;")]
    [InlineData("Dictionary<string, AuditEntry> [|_entries|] = [];", "lock (_entries) _entries.Add(entry.EntryHash.ToString()!, entry);")]
    [InlineData("ConcurrentDictionary<Hash256, AuditEntry> [|_entries|] = new();", "_entries.TryAdd(entry.EntryHash, entry);")]
    [InlineData("ConcurrentDictionary<Guid, string> [|_entries|] = new();", "_entries[Guid.NewGuid()] = entry.ToJson();")]
    [InlineData("ConcurrentDictionary<Hash256, AuditEntry> [|_entries|] = new();", "_entries.GetOrAdd(entry.EntryHash, entry);")]
    [InlineData("BlockingCollection<AuditEntry> [|_entries|] = new(new ConcurrentBag<AuditEntry>());", "_entries.Add(entry);")]
    [InlineData("ConcurrentBag<(DateTime At, AuditEntry Entry)> [|_entries|] = [];", "_entries.Add((DateTime.UtcNow, entry));")]
    [InlineData("IProducerConsumerCollection<AuditEntry> [|_entries|] = new ConcurrentStack<AuditEntry>();", "_entries.TryAdd(entry);")]
    [InlineData("ICollection<AuditEntry> [|_entries|] = new HashSet<AuditEntry>();", "lock (_entries) _entries.Add(entry);")]
    public Task A_container_without_order(string field, string emit) => Flags(Sink(emit, "readonly " + field, ""));

    [Fact]
    public Task A_consumer_of_a_bag_writes_in_any_order() => Flags(Sink(
        "_queue.Add(entry);",
        """
        readonly ConcurrentBag<AuditEntry> [|_queue|] = [];
        public void Run() { while (_queue.TryTake(out var next)) File.AppendAllText(path, next.ToJson()); }
        """));

    [Theory]
    [InlineData("List<AuditEntry> _entries = [];", "lock (_entries) _entries.Add(entry);")]
    [InlineData("ConcurrentQueue<AuditEntry> _entries = new();", "_entries.Enqueue(entry);")]
    [InlineData("BlockingCollection<AuditEntry> _entries = new();", "_entries.Add(entry);")]
    [InlineData("BlockingCollection<AuditEntry> _entries = new(new ConcurrentQueue<AuditEntry>(), 100);", "_entries.Add(entry);")]
    [InlineData("IProducerConsumerCollection<AuditEntry> _entries = new ConcurrentQueue<AuditEntry>();", "_entries.TryAdd(entry);")]
    [InlineData("ICollection<AuditEntry> _entries = new List<AuditEntry>();", "lock (_entries) _entries.Add(entry);")]
    [InlineData("LinkedList<AuditEntry> _entries = new();", "lock (_entries) _entries.AddLast(entry);")]
    [InlineData("SortedDictionary<long, AuditEntry> _entries = []; long _n;", "lock (_entries) _entries.Add(++_n, entry);")]
    [InlineData("ConcurrentDictionary<long, AuditEntry> _entries = []; long _n;", "_entries.TryAdd(Interlocked.Increment(ref _n), entry);")]
    [InlineData("ConcurrentDictionary<Hash256, (long, AuditEntry)> _entries = []; long _n;", "_entries.TryAdd(entry.EntryHash, (Interlocked.Increment(ref _n), entry));")]
    [InlineData("ConcurrentBag<(long Position, AuditEntry Entry)> _entries = []; long _n;", "_entries.Add((Interlocked.Increment(ref _n), entry));")]
    [InlineData("ConcurrentBag<KeyValuePair<long, AuditEntry>> _entries = []; long _n;", "var at = Interlocked.Increment(ref _n); _entries.Add(new(at, entry));")]
    [InlineData("ConcurrentDictionary<SessionId, List<AuditEntry>> _entries = new();", "var l = _entries.GetOrAdd(entry.SessionId, _ => []); lock (l) l.Add(entry);")]
    public Task A_container_with_order_or_a_number(string field, string emit) =>
        Accepts(Sink(emit, field + " void Use() => _ = _entries;", ""));

    [Fact]
    public Task An_index_beside_an_ordered_list() => Accepts(Sink(
        "lock (_entries) { if (_byHash.TryAdd(entry.EntryHash, entry)) _entries.Add(entry); }",
        "readonly List<AuditEntry> _entries = []; readonly Dictionary<Hash256, AuditEntry> _byHash = [];"));

    [Fact]
    public Task Hashes_for_finding_an_entry_again() => Accepts(Sink(
        "lock (_entries) { if (_seen.Add(entry.EntryHash)) _entries.Add(entry); }",
        "readonly List<AuditEntry> _entries = []; readonly HashSet<Hash256> _seen = [];"));

    [Fact]
    public Task A_bag_of_buffers() => Accepts(Sink(
        "if (!_buffers.TryTake(out var buffer)) buffer = new byte[100]; _entries.Enqueue(entry); _buffers.Add(buffer);",
        "readonly ConcurrentBag<byte[]> _buffers = []; readonly ConcurrentQueue<AuditEntry> _entries = new();"));

    [Fact]
    public Task A_cache_by_hash_beside_a_file() => Accepts(Sink(
        "await File.AppendAllTextAsync(path, entry.ToJson()); _cache[entry.EntryHash] = entry;",
        "readonly ConcurrentDictionary<Hash256, AuditEntry> _cache = new();"));

    [Fact]
    public Task A_cache_by_hash_beside_another_sink() => Accepts(Sink(
        "await inner.EmitAsync(entry); _cache[entry.EntryHash] = entry;",
        "readonly ConcurrentDictionary<Hash256, AuditEntry> _cache = new();", "IAuditSink inner"));

    [Fact]
    public Task A_stack_that_is_read_backwards() => Accepts(Sink(
        "lock (_entries) _entries.Push(entry);",
        "readonly Stack<AuditEntry> _entries = new(); public List<AuditEntry> Read() { lock (_entries) return _entries.Reverse().ToList(); }"));

    [Fact]
    public Task The_last_hash_of_each_session() => Accepts(Sink(
        "await File.AppendAllTextAsync(path, entry.ToJson()); _tails[entry.SessionId] = entry.EntryHash;",
        "readonly ConcurrentDictionary<SessionId, Hash256> _tails = new();"));

    [Fact]
    public Task A_local_set_of_a_batch() => Accepts(Sink(
        "var seen = new HashSet<AuditEntry>(); seen.Add(entry); await File.AppendAllLinesAsync(path, seen.Select(e => e.ToJson()));"));

    [Fact]
    public Task Sessions_are_kept_by_key_by_contract() => Accepts("""
        using StorageKit;
        using System.Collections.Concurrent;
        public class Sessions : ISessionStore
        {
            readonly ConcurrentDictionary<SessionId, SessionRecord> _sessions = new();
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) { _sessions[default] = session; return default; }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) { _sessions.Clear(); return default; }
        }
        """);
}
