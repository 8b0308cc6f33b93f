using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1007, code that looks alike and is correct.</summary>
public sealed class CollectionLookAlikeTests() : StoreRuleTests(new CollectionMustOnlyGrow())
{
    const string Field = "readonly List<AuditEntry> _entries = [];";

    const string Queue = "readonly ConcurrentQueue<AuditEntry> _queue = new();";

    [Theory]
    [InlineData("lock (_entries) _entries.Add(entry);")]
    [InlineData("lock (_entries) { if (_entries.Count >= max) throw new StorageException(StorageErrorKind.Backend, \"full\"); _entries.Add(entry); }")]
    [InlineData("lock (_entries) _entries.Insert(_entries.Count, entry);")]
    [InlineData("var batch = new List<AuditEntry> { entry }; batch.Clear(); batch.Add(entry); _entries.AddRange(batch);")]
    [InlineData("lock (_entries) { _entries.Add(entry); try { Check(); } catch { _entries.RemoveAt(_entries.Count - 1); throw; } }")]
    [InlineData("var text = new StringBuilder(); text.Append(entry.ToJson()); text.Clear(); _entries.Add(entry);")]
    [InlineData("_scratch.Clear(); _scratch.Add(entry.Seq); _entries.Add(entry);")]
    public Task Adding(string emit) => Accepts(Sink(
        emit, Field + " readonly List<ulong> _scratch = []; static void Check() { }", "int max"));

    [Theory]
    [InlineData("ConcurrentQueue<AuditEntry> _e = new();", "_e.Enqueue(entry);")]
    [InlineData("ImmutableList<AuditEntry> _e = ImmutableList<AuditEntry>.Empty;", "_e = _e.Add(entry);")]
    [InlineData("AuditEntry[] _e = [];", "_e = [.. _e, entry];")]
    [InlineData("AuditEntry[] _e = new AuditEntry[4]; int _n;", "if (_n == _e.Length) Array.Resize(ref _e, 2 * _n); _e[_n++] = entry;")]
    public Task Adding_to_any_collection(string field, string emit) => Accepts(Sink(emit, field, ""));

    [Fact]
    public Task A_consumer_takes_what_it_then_writes() => Accepts(Sink(
        "_queue.Enqueue(entry);",
        Queue + """
        public async Task RunAsync() { while (_queue.TryDequeue(out var next)) await inner.EmitAsync(next); }
        """, "IAuditSink inner"));

    [Fact]
    public Task A_consumer_writes_to_a_file_in_a_helper() => Accepts(Sink(
        "_queue.Enqueue(entry);",
        Queue + """
        public void Run() { while (_queue.TryDequeue(out var next)) Write(next); }
        void Write(AuditEntry e) => File.AppendAllText(path, e.ToJson());
        """));

    [Fact]
    public Task A_batch_is_cleared_when_it_was_written() => Accepts(Sink(
        "_entries.Add(entry); if (_entries.Count >= 100) await FlushAsync();",
        Field + """
        async Task FlushAsync() { await File.AppendAllLinesAsync(path, _entries.Select(e => e.ToJson())); _entries.Clear(); }
        """));

    [Fact]
    public Task A_batch_is_taken_with_one_exchange() => Accepts(Sink(
        "lock (this) _batch.Add(entry);",
        """
        List<AuditEntry> _batch = [];
        public async Task FlushAsync() { var full = Interlocked.Exchange(ref _batch, []); foreach (var e in full) await inner.EmitAsync(e); }
        """, "IAuditSink inner"));

    [Fact]
    public Task A_drain_gives_the_entries_to_its_caller() => Accepts(Sink(
        "_entries.Add(entry);",
        Field + "public AuditEntry[] Drain() { var all = _entries.ToArray(); _entries.Clear(); return all; }"));

    [Fact]
    public Task Recent_entries_beside_a_file() => Accepts(Sink(
        "await File.AppendAllTextAsync(path, entry.ToJson()); _queue.Enqueue(entry); while (_queue.Count > 100) _queue.TryDequeue(out _);",
        Queue));

    [Fact]
    public Task Recent_entries_beside_another_sink() => Accepts(Sink(
        "await PersistAsync(entry); _queue.Enqueue(entry); while (_queue.Count > 100) _queue.TryDequeue(out _);",
        Queue + "async Task PersistAsync(AuditEntry e) => await inner.EmitAsync(e);", "IAuditSink inner"));

    [Fact]
    public Task Recent_entries_beside_a_list_that_only_grows() => Accepts(Sink(
        "_entries.Add(entry); _queue.Enqueue(entry); while (_queue.Count > 100) _queue.TryDequeue(out _);",
        Field + Queue));

    [Fact]
    public Task Subscribers_come_and_go() => Accepts(Sink(
        "_entries.Add(entry); foreach (var s in _subscribers) s(entry);",
        Field + """
        readonly List<Action<AuditEntry>> _subscribers = [];
        public void Unsubscribe(Action<AuditEntry> s) { _subscribers.Remove(s); _subscribers.Clear(); }
        """));

    [Fact]
    public Task Hashes_that_were_seen_are_forgotten() => Accepts(Sink(
        "if (_seen.Add(entry.EntryHash)) _entries.Add(entry); if (_seen.Count > 1000) _seen.Clear();",
        Field + "readonly HashSet<Hash256> _seen = [];"));

    [Fact]
    public Task The_store_ends() => Accepts(Sink("_entries.Add(entry);", Field + "public void Dispose() => _entries.Clear();"));

    [Fact]
    public Task A_page_of_an_immutable_list_is_a_copy() => Accepts(Sink(
        "_entries = _entries.Add(entry);",
        """
        ImmutableList<AuditEntry> _entries = ImmutableList<AuditEntry>.Empty;
        public ImmutableList<AuditEntry> After(int n) => _entries.RemoveRange(0, n);
        """));

    [Fact]
    public Task Entities_of_another_contract_in_the_same_class() => Accepts(Sink(
        "_entries.Add(entry);",
        Field + "readonly Dictionary<string, byte[]> _objects = []; public void Delete(string key) { _objects.Remove(key); _objects.Clear(); }"));

    [Fact]
    public Task A_class_without_a_contract() => Accepts("""
        public class RecentLines { readonly List<string> _lines = []; public void Add(string s) { _lines.Add(s); _lines.RemoveAt(0); } }
        """);

    [Theory]
    [InlineData("if (!logs.TryGetValue(entry.SessionId, out var log)) logs[entry.SessionId] = log = []; log.Add(entry);")]
    [InlineData("if (!logs.ContainsKey(entry.SessionId)) { logs[entry.SessionId] = new(); } logs[entry.SessionId].Add(entry);")]
    public Task A_list_that_is_made_for_the_first_entry_of_a_session(string statements) => Accepts(AuditSinkSource.Sink(
        $"lock (logs) {{ {statements} }}", "readonly Dictionary<SessionId, List<AuditEntry>> logs = new();"));
}
