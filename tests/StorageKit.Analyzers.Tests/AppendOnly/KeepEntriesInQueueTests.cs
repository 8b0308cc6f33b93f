using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>The fix of SK1008: what it writes, and where it is not offered.</summary>
public sealed class KeepEntriesInQueueTests() : StoreRuleTests(new ContainerMustKeepOrder())
{
    CodeFixHarness Fix => new(Analyzer, new KeepEntriesInQueue());

    [Theory]
    [InlineData("ConcurrentBag<AuditEntry> [|_log|] = new();", "ConcurrentQueue<AuditEntry> _log = new();")]
    [InlineData("ConcurrentBag<AuditEntry> [|_log|] = [];", "ConcurrentQueue<AuditEntry> _log = new();")]
    [InlineData("ConcurrentBag<AuditEntry> [|_log|] = new ConcurrentBag<AuditEntry>();", "ConcurrentQueue<AuditEntry> _log = new ConcurrentQueue<AuditEntry>();")]
    [InlineData("System.Collections.Concurrent.ConcurrentBag<AuditEntry> [|_log|] = new();", "System.Collections.Concurrent.ConcurrentQueue<AuditEntry> _log = new();")]
    public Task A_bag_becomes_a_queue(string before, string after) => Fix.VerifyAsync(
        Sink("_log.Add(entry);", "readonly " + before, ""), Sink("_log.Enqueue(entry);", "readonly " + after, ""));

    [Fact]
    public Task All_its_uses_change_and_all_bags_at_once() => Fix.VerifyAsync(
        Sink("this._log.Add(entry);", """
            readonly ConcurrentBag<AuditEntry> [|_log|] = [];
            public int Count => _log.Where(e => e.Payload.Length > 0).Count();
            public AuditEntry[] Read() { foreach (var e in _log) _ = e; return [.. _log]; }
            public bool Peek() => _log.TryPeek(out _);
            """, "") + Other("ConcurrentBag", "[|_copy|]", "Add"),
        Sink("this._log.Enqueue(entry);", """
            readonly ConcurrentQueue<AuditEntry> _log = new();
            public int Count => _log.Where(e => e.Payload.Length > 0).Count();
            public AuditEntry[] Read() { foreach (var e in _log) _ = e; return [.. _log]; }
            public bool Peek() => _log.TryPeek(out _);
            """, "") + Other("ConcurrentQueue", "_copy", "Enqueue"));

    static string Other(string type, string field, string add) => $$"""

        public class Other : IAuditSink
        {
            private readonly {{type}}<string> {{field}} = new();
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { _copy.{{add}}(entry.ToJson()); return default; }
        }
        """;

    [Theory]
    [InlineData("internal readonly ConcurrentBag<AuditEntry> [|_log|] = [];")]
    [InlineData("readonly ConcurrentBag<AuditEntry> [|_log|] = []; public IProducerConsumerCollection<AuditEntry> All => _log;")]
    [InlineData("readonly ConcurrentBag<AuditEntry> [|_log|] = new(Enumerable.Empty<AuditEntry>()) { };")]
    public Task Not_where_others_see_it(string field) => Fix.VerifyNoFixAsync(Sink("_log.Add(entry);", field, ""));

    [Fact]
    public Task Not_for_other_containers() =>
        Fix.VerifyNoFixAsync(Sink("_log.Push(entry);", "readonly ConcurrentStack<AuditEntry> [|_log|] = new();", ""));
}
