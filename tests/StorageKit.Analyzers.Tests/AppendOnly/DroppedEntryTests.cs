using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1010: lists that let some entries through only, and writes that run a race.</summary>
public sealed class DroppedEntryTests() : StoreRuleTests(new SuccessNeedsADurableWrite())
{
    const string Write = " await connection.ExecuteAsync(Insert, new { body = Text(entry) });";

    const string Members = """
        readonly HashSet<AgentId> allowed = [];
        readonly IReadOnlySet<AgentId> watched = new HashSet<AgentId>();
        static readonly AuditEventType[] Kinds = [AuditEventType.ToolDispatched];
        readonly Dictionary<AgentId, string> names = [];
        readonly HashSet<string> seen = [];
        readonly HashSet<Hash256> stored = [];
        readonly HashSet<ulong> numbers = [];
        readonly HashSet<AgentId> muted = [];
        IReadOnlyCollection<string> Payloads { get; init; } = [];
        public void Mute(AgentId agent) => muted.Add(agent);
        object Lists => (Payloads.Count, Kinds.Length);
        """;

    static string With(string statements) => Emit(statements, Members);

    [Theory]
    [InlineData("if (![|allowed.Contains(entry.AgentId)|]) return;")]
    [InlineData("if (![|watched.Contains(entry.AgentId)|]) return;")]
    [InlineData("if (![|Enumerable.Contains(Kinds, entry.EventType)|]) return;")]
    [InlineData("if (![|Enumerable.Contains(options.Kinds, entry.EventType)|]) return;")]
    [InlineData("if ([|names.ContainsKey(entry.AgentId)|]) return;")]
    [InlineData("if ([|Payloads.Contains(entry.Payload)|]) return;")]
    [InlineData("var agent = entry.AgentId; if (![|allowed.Contains(agent)|]) return;")]
    [InlineData("if (options.Enabled && ![|allowed.Contains(entry.AgentId)|]) return;")]
    public Task A_list_that_never_changes(string test) => Flags(With(test + Write));

    [Theory]
    [InlineData("if (!seen.Add(entry.Payload)) return;")]
    [InlineData("if (seen.Contains(entry.Payload)) return; seen.Add(entry.Payload);")]
    [InlineData("if (stored.Contains(entry.EntryHash)) return;")]
    [InlineData("if (numbers.Contains(entry.Seq)) return;")]
    [InlineData("if (muted.Contains(entry.AgentId)) return;")]
    [InlineData("if (queue.Contains(entry)) return;")]
    [InlineData("if (!allowed.Contains(entry.AgentId)) throw new StorageException(StorageErrorKind.Unauthorized, \"agent\");")]
    [InlineData("if (!allowed.Contains(entry.AgentId)) logger.LogWarning(\"unknown agent\");")]
    public Task A_list_that_may_be_of_stored_entries_or_that_loses_none(string test) => Accepts(With(test + Write));

    [Theory]
    [InlineData("var write = [|connection.ExecuteAsync(Insert, new { body = Text(entry) })|]; await Task.WhenAny(write, Task.Delay(100, cancellationToken));")]
    [InlineData("await Task.WhenAny([|connection.ExecuteAsync(Insert, new { body = Text(entry) })|], Task.Delay(100, cancellationToken));")]
    [InlineData("Task write = [|connection.ExecuteAsync(Insert, new { body = Text(entry) })|]; _ = await Task.WhenAny([write, Task.Delay(100, cancellationToken)]).ConfigureAwait(false);")]
    public Task A_race_that_the_write_may_lose(string statements) => Flags(With(statements));

    [Theory]
    [InlineData("var write = connection.ExecuteAsync(Insert, new { body = Text(entry) }); await Task.WhenAny(write, Task.Delay(100, cancellationToken)); await write;")]
    [InlineData("var write = connection.ExecuteAsync(Insert, new { body = Text(entry) }); if (await Task.WhenAny(write, Task.Delay(100, cancellationToken)) != write) throw new StorageException(StorageErrorKind.Timeout, \"late\"); await write;")]
    [InlineData("var write = connection.ExecuteAsync(Insert, new { body = Text(entry) }); var first = await Task.WhenAny(write, Task.Delay(100, cancellationToken)); await first; await write;")]
    [InlineData("var write = connection.ExecuteAsync(Insert, new { body = Text(entry) }); await Task.WhenAny(write, Task.Delay(100, cancellationToken)); if (!write.IsCompletedSuccessfully) throw new StorageException(StorageErrorKind.Timeout, \"late\");")]
    [InlineData("await connection.ExecuteAsync(Insert, new { body = Text(entry) }); await Task.WhenAny(mirror.SaveAsync(entry, cancellationToken), Task.Delay(100, cancellationToken));")]
    [InlineData("var write = connection.ExecuteAsync(Insert, new { body = Text(entry) }); await write.WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);")]
    public Task A_write_that_is_heeded(string statements) => Accepts(With(statements));
}
