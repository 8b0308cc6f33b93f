using StorageKit.Analyzers.AppendOnly;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1009, code that breaks the rule.</summary>
public sealed class EntriesMustBeEmittedInOrderTests() : StoreRuleTests(new EntriesMustBeEmittedInOrder())
{
    /// <summary>A sink that takes batches; <paramref name="batch"/> is what it does with <c>entries</c>.</summary>
    internal static string Sink(string batch, string members = "") => $$"""
        using StorageKit;
        using Npgsql;
        using Dapper;
        using System.Threading.Channels;
        using System.Collections.Concurrent;

        public class AcmeAudit(NpgsqlConnection connection, IAuditSink[] replicas) : IAuditSink, IAuditBatchSink
        {
            const string Insert = "INSERT INTO audit_log VALUES (@Payload)";
            readonly List<AuditEntry> _log = [];
            object Used => (replicas, _log);
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await WriteAsync(entry);
            Task WriteAsync(AuditEntry entry) => connection.ExecuteAsync(Insert, new { entry.Payload });
            public async ValueTask EmitBatchAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{batch}}
            }
        {{members}}
        }
        """;

    [Theory]
    [InlineData("await [|Task.WhenAll(entries.Select(e => WriteAsync(e)))|];")]
    [InlineData("await [|Task.WhenAll(entries.Select(WriteAsync))|];")]
    [InlineData("var tasks = entries.Select(async e => { await WriteAsync(e); }).ToList(); await [|Task.WhenAll(tasks)|];")]
    [InlineData("await [|Task.WhenAll(entries.Select(e => EmitAsync(e, cancellationToken).AsTask()))|];")]
    [InlineData("await [|Parallel.ForEachAsync(entries, cancellationToken, async (e, token) => await WriteAsync(e))|];")]
    [InlineData("[|Parallel.ForEach(entries, e => connection.Execute(Insert, new { e.Payload }))|];")]
    [InlineData("[|Parallel.For(0, entries.Count, i => connection.Execute(Insert, new { Payload = entries[i].Payload }))|];")]
    [InlineData("[|Parallel.ForEach(entries, e => { lock (_log) _log.Add(e); })|];")]
    [InlineData("[|entries.AsParallel().ForAll(e => connection.Execute(Insert, new { e.Payload }))|];")]
    [InlineData("await [|Task.WhenAll(entries.Select(e => replicas[0].EmitAsync(e).AsTask()))|];")]
    [InlineData("var tasks = new List<Task>(); foreach (var e in entries) [|tasks.Add(WriteAsync(e))|]; await Task.WhenAll(tasks);")]
    public Task Several_at_once(string batch) => Flags(Sink(batch));

    [Theory]
    [InlineData("foreach (var e in [|entries.OrderBy(e => e.Payload)|]) await WriteAsync(e);")]
    [InlineData("foreach (var e in [|entries.Reverse()|]) await WriteAsync(e);")]
    [InlineData("foreach (var group in [|entries.GroupBy(e => e.Payload)|]) foreach (var e in group) await WriteAsync(e);")]
    [InlineData("var sorted = [|entries.OrderByDescending(e => e.Seq)|].ToList(); _log.AddRange(sorted);")]
    public Task In_another_order(string batch) => Flags(Sink(batch));

    [Fact]
    public Task Several_workers_on_one_channel() => Flags(Sink("", """
        readonly Channel<AuditEntry> _queue = Channel.CreateUnbounded<AuditEntry>();
        public void Start()
        {
            for (var i = 0; i < 4; i++)
                _ = [|Task.Run(DrainAsync)|];
        }
        async Task DrainAsync() { await foreach (var e in _queue.Reader.ReadAllAsync()) await WriteAsync(e); }
        """));

    [Fact]
    public Task A_caller_of_a_sink() => Flags("""
        using StorageKit;
        public class Importer(IAuditSink sink)
        {
            public Task ImportAsync(IReadOnlyList<AuditEntry> entries) => [|Task.WhenAll(entries.Select(e => sink.EmitAsync(e).AsTask()))|];
            public Task ForEachAsync(List<AuditEntry> entries) => [|Parallel.ForEachAsync(entries, (e, token) => sink.EmitAsync(e, token))|];
        }
        """);

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using StorageKit;
        [StorageContract("ledger")]
        public interface ILedger { [AppendOnly] Task PostAsync(long amount); }
        public class Batch(ILedger ledger)
        {
            public Task PostAsync(long[] amounts) => [|Task.WhenAll(amounts.Select(ledger.PostAsync))|];
        }
        """);
}
