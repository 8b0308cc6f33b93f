using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1012: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class BufferMustNotDropEntriesTests() : StoreRuleTests(new BufferMustNotDropEntries())
{
    const string Pump = """
        async Task PumpAsync()
        {
            await foreach (var one in channel.Reader.ReadAllAsync()) await connection.ExecuteAsync(Insert, new { hash = Text(one) });
        }
        """;

    const string Write = "public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => channel.Writer.WriteAsync(entry, cancellationToken);";

    [Theory]
    [InlineData("DropOldest")]
    [InlineData("DropNewest")]
    [InlineData("DropWrite")]
    public Task A_channel_that_drops(string mode) => Flags(Sink($$"""
        readonly Channel<AuditEntry> channel = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(100) { FullMode = [|BoundedChannelFullMode.{{mode}}|] });
        {{Write}}
        {{Pump}}
        """));

    [Fact]
    public Task A_channel_that_the_constructor_makes() => Flags("""
        using StorageKit; using System.Threading.Channels;
        public class Queued : IAuditSink
        {
            readonly Channel<(AuditEntry, DateTime)> _channel;
            public Queued(int size)
            {
                var options = new BoundedChannelOptions(size) { SingleReader = true, FullMode = [|BoundedChannelFullMode.DropOldest|] };
                _channel = Channel.CreateBounded<(AuditEntry, DateTime)>(options);
            }
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await _channel.Writer.WriteAsync((entry, DateTime.UtcNow), cancellationToken);
        }
        """);

    [Theory]
    [InlineData("[|channel.Writer.TryWrite(entry)|];")]
    [InlineData("_ = [|channel.Writer.TryWrite(entry)|];")]
    public Task An_answer_that_nobody_looks_at(string statement) => Flags(Emit(statement, $$"""
        readonly Channel<AuditEntry> channel = Channel.CreateBounded<AuditEntry>(1000);
        {{Pump}}
        """));

    [Fact]
    public Task A_blocking_collection_with_a_bound() => Flags(Emit("""
        [|items.TryAdd(entry, 10)|];
        """, "readonly BlockingCollection<AuditEntry> items = new(500);"));

    [Fact]
    public Task An_injected_writer() => Flags("""
        using StorageKit; using System.Threading.Channels;
        public class Queued(ChannelWriter<AuditEntry> writer) : IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                [|writer.TryWrite(entry)|];
                return ValueTask.CompletedTask;
            }
        }
        """);

    [Theory]
    [InlineData("if ([|queue.Count >= 1000|]) return;")]
    [InlineData("if ([|queue.Count > options.Limit|]) { logger.LogWarning(\"full\"); return; }")]
    public Task A_queue_that_is_full(string guard) => Flags(Emit($$"""
        {{guard}}
        queue.Enqueue(entry);
        """));

    [Fact]
    public Task A_queue_that_has_room() => Flags(Emit("""
        if ([|entries.Count < 50|]) lock (gate) entries.Add(entry);
        """));

    [Theory]
    [InlineData("Channel.CreateBounded<AuditEntry>(1000)")]
    [InlineData("Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(9) { FullMode = BoundedChannelFullMode.Wait })")]
    [InlineData("Channel.CreateUnbounded<AuditEntry>()")]
    public Task A_channel_that_waits(string channel) => Accepts(Sink($$"""
        readonly Channel<AuditEntry> channel = {{channel}};
        {{Write}}
        {{Pump}}
        """));

    [Theory]
    [InlineData("if (!channel.Writer.TryWrite(entry)) await channel.Writer.WriteAsync(entry, cancellationToken);")]
    [InlineData("if (!channel.Writer.TryWrite(entry)) throw new StorageException(StorageErrorKind.Backend, \"full\");")]
    [InlineData("while (!channel.Writer.TryWrite(entry)) await channel.Writer.WaitToWriteAsync(cancellationToken);")]
    [InlineData("var taken = channel.Writer.TryWrite(entry); if (!taken) throw new StorageException(StorageErrorKind.Backend, \"full\");")]
    public Task An_answer_that_counts(string statement) => Accepts(Emit(statement, """
        readonly Channel<AuditEntry> channel = Channel.CreateBounded<AuditEntry>(1000);
        """));

    [Fact]
    public Task An_unbounded_channel_takes_everything() => Accepts(Emit("channel.Writer.TryWrite(entry);", """
        readonly Channel<AuditEntry> channel = Channel.CreateUnbounded<AuditEntry>();
        """));

    [Fact]
    public Task Telemetry_beside_the_write() => Accepts(Emit("""
        await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        recent.Writer.TryWrite(entry);
        """, """
        readonly Channel<AuditEntry> recent = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(10) { FullMode = BoundedChannelFullMode.DropOldest });
        """));

    [Fact]
    public Task A_signal_that_may_be_dropped() => Accepts(Emit("""
        lock (gate) entries.Add(entry);
        signal.Writer.TryWrite(true);
        """, """
        readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        """));

    [Theory]
    [InlineData("if (queue.Count >= 1000) throw new StorageException(StorageErrorKind.Backend, \"full\");")]
    [InlineData("while (queue.Count >= 1000) await Task.Delay(1, cancellationToken);")]
    [InlineData("if (queue.Count == 0) logger.LogWarning(\"first\");")]
    public Task A_full_queue_that_refuses_or_waits(string guard) => Accepts(Emit($$"""
        {{guard}}
        queue.Enqueue(entry);
        """));

    [Fact]
    public Task A_hash_that_was_seen() => Accepts(Emit("""
        seen.TryAdd(entry.EntryHash, entry);
        await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        """, "readonly ConcurrentDictionary<Hash256, AuditEntry> seen = new();"));

    [Theory]
    [InlineData("if (![|channel.Writer.TryWrite(entry)|]) logger.LogWarning(\"full\");")]
    [InlineData("var taken = [|channel.Writer.TryWrite(entry)|]; if (taken) return; Interlocked.Increment(ref dropped);")]
    [InlineData("if (!([|channel.Writer.TryWrite(entry)|])) { Interlocked.Increment(ref dropped); return; }")]
    public Task A_refusal_that_is_only_counted(string statements) => Flags(Emit(statements, """
        readonly Channel<AuditEntry> channel = Channel.CreateBounded<AuditEntry>(1000);
        long dropped;
        long Dropped => Interlocked.Read(ref dropped);
        """));

    [Fact]
    public Task A_channel_that_a_factory_makes() => Flags(Sink($$"""
        static Channel<AuditEntry> Make(int size) => Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(size) { FullMode = [|BoundedChannelFullMode.DropNewest|] });
        readonly Channel<AuditEntry> channel = Make(10);
        {{Write}}
        """));

    [Theory]
    [InlineData("while (await channel.Writer.WaitToWriteAsync(cancellationToken)) if (channel.Writer.TryWrite(entry)) return; throw new StorageException(StorageErrorKind.Backend, \"closed\");")]
    [InlineData("if (!channel.Writer.TryWrite(entry)) await repository.SaveAsync(entry, cancellationToken);")]
    [InlineData("if (!Offer(entry)) throw new StorageException(StorageErrorKind.Backend, \"full\");")]
    [InlineData("var done = new TaskCompletionSource(); if (!channel.Writer.TryWrite(entry)) done.SetException(new IOException()); await done.Task;")]
    public Task A_refusal_that_is_told_or_made_up_for(string statements) => Accepts(Emit(statements, """
        readonly Channel<AuditEntry> channel = Channel.CreateBounded<AuditEntry>(1000);
        bool Offer(AuditEntry one) { if (channel.Writer.TryWrite(one)) return true; return false; }
        """));
}
