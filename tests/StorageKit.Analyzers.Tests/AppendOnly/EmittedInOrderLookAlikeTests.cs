using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EntriesMustBeEmittedInOrderTests;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1009, code that looks like a break and is none.</summary>
public sealed class EmittedInOrderLookAlikeTests() : StoreRuleTests(new EntriesMustBeEmittedInOrder())
{
    [Theory]
    [InlineData("foreach (var e in entries) await WriteAsync(e);")]
    [InlineData("var rows = await Task.WhenAll(entries.Select(ToRowAsync)); foreach (var r in rows) await connection.ExecuteAsync(Insert, new { Payload = r });")]
    [InlineData("await connection.ExecuteAsync(Insert, entries.Select(e => new { e.Payload }));")]
    [InlineData("await Parallel.ForEachAsync(entries, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (e, token) => await WriteAsync(e));")]
    [InlineData("foreach (var e in entries.OrderBy(e => e.Seq)) await WriteAsync(e);")]
    [InlineData("foreach (var chain in entries.GroupBy(e => e.SessionId)) foreach (var e in chain) await WriteAsync(e);")]
    [InlineData("foreach (var e in entries) await Task.WhenAll(replicas.Select(r => r.EmitAsync(e).AsTask()));")]
    [InlineData("Parallel.ForEach(entries, e => e.ComputeHash()); foreach (var e in entries) await WriteAsync(e);")]
    [InlineData("var sizes = new ConcurrentDictionary<int, int>(); Parallel.ForEach(entries, e => sizes[e.Payload.Length] = 1); foreach (var e in entries) await WriteAsync(e);")]
    [InlineData("var names = entries.OrderBy(e => e.Payload).Select(e => e.Payload).ToList(); _ = names; foreach (var e in entries) await WriteAsync(e);")]
    [InlineData("await Task.Run(() => connection.Execute(Insert, new { entries[0].Payload }));")]
    public Task In_order(string batch) => Accepts(Sink(batch, """
        static Task<string> ToRowAsync(AuditEntry entry) => Task.FromResult(entry.Payload);
        """).Replace("e.ComputeHash()", "e.Payload.GetHashCode()", StringComparison.Ordinal));

    [Fact]
    public Task One_worker_on_the_channel() => Accepts(Sink("", """
        readonly Channel<AuditEntry> _queue = Channel.CreateUnbounded<AuditEntry>();
        public void Start() => _ = Task.Run(DrainAsync);
        async Task DrainAsync() { await foreach (var e in _queue.Reader.ReadAllAsync()) await WriteAsync(e); }
        """));

    [Fact]
    public Task Reading_back_sorted() => Accepts(Sink("", """
        public IReadOnlyList<AuditEntry> Newest() => _log.OrderByDescending(e => e.Payload).ToList();
        public Task<string[]> ExportAsync() => Task.WhenAll(_log.Select(e => Task.FromResult(e.Payload)));
        """));

    [Fact]
    public Task A_caller_that_awaits_each() => Accepts("""
        using StorageKit;
        public class Importer(IAuditSink sink, ISessionStore sessions)
        {
            public async Task ImportAsync(IReadOnlyList<AuditEntry> entries) { foreach (var e in entries) await sink.EmitAsync(e); }
            public Task DeleteAsync(IReadOnlyList<SessionId> ids) => Task.WhenAll(ids.Select(id => sessions.DeleteAsync(id).AsTask()));
            public Task TellAllAsync(IAuditSink[] sinks, AuditEntry entry) => Task.WhenAll(sinks.Select(s => s.EmitAsync(entry).AsTask()));
        }
        """);
}
