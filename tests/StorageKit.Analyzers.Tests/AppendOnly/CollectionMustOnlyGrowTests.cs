using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1007, code that breaks the rule.</summary>
public sealed class CollectionMustOnlyGrowTests() : StoreRuleTests(new CollectionMustOnlyGrow())
{
    static string List(string emit, string members = "") => Sink(
        "lock (_entries) { _entries.Add(entry); " + emit + " }",
        "readonly List<AuditEntry> _entries = [];" + members, "int max");

    [Theory]
    [InlineData("if (_entries.Count > max) [|_entries.RemoveAt(0)|];")]
    [InlineData("while (_entries.Count > max) [|_entries.RemoveAt(0)|];")]
    [InlineData("if (_entries.Count > max) [|_entries.RemoveRange(0, _entries.Count - max)|];")]
    [InlineData("[|_entries.RemoveAll(old => old.Seq + 100 < entry.Seq)|];")]
    [InlineData("if (_entries.Count > max) { [|_entries.Clear()|]; }")]
    [InlineData("[|_entries.Sort((a, b) => a.TimestampNs.CompareTo(b.TimestampNs))|];")]
    [InlineData("[|_entries.Reverse()|];")]
    [InlineData("[|_entries[0] = entry|];")]
    [InlineData("[|_entries.Insert(0, entry)|];")]
    public Task The_member_takes_away_what_it_added(string emit) => Flags(List(emit));

    [Theory]
    [InlineData("public void Clear() { lock (_entries) [|_entries.Clear()|]; }")]
    [InlineData("public void Reset() => [|_entries.Clear()|];")]
    [InlineData("public bool Remove(AuditEntry e) => [|_entries.Remove(e)|];")]
    [InlineData("public void Replace(int i, AuditEntry e) => [|_entries[i] = e|];")]
    [InlineData("public void Expire(ulong before) { foreach (var e in _entries.ToList()) if (e.TimestampNs < before) [|_entries.Remove(e)|]; }")]
    public Task Another_method_takes_it_away(string members) => Flags(List("", members));

    [Theory]
    [InlineData("ConcurrentQueue<AuditEntry>", "Enqueue(entry)", "while (_entries.Count > max) [|_entries.TryDequeue(out _)|];")]
    [InlineData("ConcurrentQueue<string>", "Enqueue(entry.ToJson())", "if (_entries.Count > max) [|_entries.TryDequeue(out var old)|];")]
    [InlineData("Queue<AuditEntry>", "Enqueue(entry)", "if (_entries.Count > max) [|_entries.Dequeue()|];")]
    [InlineData("LinkedList<AuditEntry>", "AddLast(entry)", "if (_entries.Count > max) [|_entries.RemoveFirst()|];")]
    public Task A_ring_of_any_collection(string type, string add, string evict) =>
        Flags(Sink($"_entries.{add}; {evict}", $"readonly {type} _entries = new();", "int max"));

    [Fact]
    public Task A_bounded_queue_trimmed_in_a_helper_while_a_logger_listens() => Flags(Sink(
        "_entries.Enqueue(entry); Emitted?.Invoke(this, entry); Trim();",
        """
        readonly ConcurrentQueue<AuditEntry> _entries = new();
        public event EventHandler<AuditEntry>? Emitted;
        void Trim() { while (_entries.Count > max && [|_entries.TryDequeue(out var old)|]) Console.WriteLine(old.Seq); }
        """, "int max"));

    [Fact]
    public Task An_array_that_comes_round_again() => Flags(Sink(
        "[|_ring[_next++ % _ring.Length] = entry|];",
        "readonly AuditEntry[] _ring = new AuditEntry[max]; int _next;", "int max"));

    [Fact]
    public Task A_field_that_is_given_a_new_collection() => Flags(Sink(
        "_entries.Add(entry); if (_entries.Count > max) [|_entries = _entries.Skip(1).ToList()|];",
        """
        List<AuditEntry> _entries = [];
        public void Clear() => [|_entries = []|];
        public void Reset() => [|_entries = new List<AuditEntry>()|];
        public void Swap() { [|Interlocked.Exchange(ref _entries, new())|]; }
        """, "int max"));

    [Fact]
    public Task An_immutable_list_that_is_put_back_shorter() => Flags(Sink(
        "_entries = _entries.Add(entry); if (_entries.Count > max) _entries = [|_entries.RemoveAt(0)|];",
        "ImmutableList<AuditEntry> _entries = ImmutableList<AuditEntry>.Empty;", "int max"));

    [Fact]
    public Task Lists_in_a_dictionary_by_session() => Flags(Sink(
        "var list = _bySession.GetOrAdd(entry.SessionId, _ => []); lock (list) { list.Add(entry); if (list.Count > max) [|list.RemoveAt(0)|]; }",
        """
        readonly ConcurrentDictionary<SessionId, List<AuditEntry>> _bySession = new();
        public void Forget(SessionId session) => [|_bySession.TryRemove(session, out _)|];
        """, "int max"));

    [Fact]
    public Task A_base_class_with_a_clear() => Flags("""
        using StorageKit;
        public abstract class MemoryLog<T>
        {
            readonly List<T> _items = [];
            protected void Put(T item) { lock (_items) _items.Add(item); }
            public void Clear() { lock (_items) [|_items.Clear()|]; }
        }
        public class AcmeAudit : MemoryLog<AuditEntry>, IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { Put(entry); return default; }
        }
        """);
}
