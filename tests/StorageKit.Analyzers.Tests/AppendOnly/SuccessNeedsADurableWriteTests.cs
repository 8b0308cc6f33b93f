using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1010, code that breaks the rule.</summary>
public sealed class SuccessNeedsADurableWriteTests() : StoreRuleTests(new SuccessNeedsADurableWrite())
{
    const string Write = "await connection.ExecuteAsync(Insert, new { hash = Text(entry) });";

    [Fact]
    public Task A_setting_that_switches_it_off() => Flags(Emit($$"""
        if (![|options.Enabled|]) return;
        {{Write}}
        """));

    [Fact]
    public Task A_setting_around_the_write() => Flags(Emit($$"""
        if ([|options.Enabled|]) { {{Write}} }
        """));

    [Fact]
    public Task A_kind_of_entry_that_is_left_out() => Flags(Emit($$"""
        var kind = entry.EventType;
        if ([|kind == AuditEventType.PolicyViolation|])
            return;
        {{Write}}
        """));

    [Fact]
    public Task One_part_of_a_condition() => Flags(Emit($$"""
        if ([|string.IsNullOrEmpty(options.Path)|] || options.Limit == 7) return;
        {{Write}}
        """));

    [Fact]
    public Task A_store_that_is_not_known() => Flags(Emit("""
        if (![|options.Enabled|]) return;
        await repository.SaveAsync(entry, cancellationToken);
        """));

    [Fact]
    public Task A_completed_task() => Flags(Sink("""
        bool closed;
        public void Close() => closed = true;
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            if ([|closed|]) return ValueTask.CompletedTask;
            File.AppendAllText(options.Path, Text(entry));
            return default;
        }
        """));

    [Fact]
    public Task A_batch_that_skips_some() => Flags(Sink("""
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await EmitAll([entry]);
        async Task EmitAll(IReadOnlyList<AuditEntry> batch)
        {
            foreach (var one in batch)
            {
                if ([|options.Limit > 3|]) continue;
                await connection.ExecuteAsync(Insert, new { hash = Text(one) });
            }
        }
        """));

    [Fact]
    public Task A_helper_that_may_do_nothing() => Flags(Emit("await WriteAsync(entry);", """
        async Task WriteAsync(AuditEntry e)
        {
            if ([|options.Path == "none"|]) return;
            await File.AppendAllTextAsync(options.Path, Text(e));
        }
        """));

    [Fact]
    public Task A_discarded_task() => Flags(Emit("""
        _ = [|connection.ExecuteAsync(Insert, new { hash = Text(entry) })|];
        """));

    [Fact]
    public Task A_task_that_nobody_looks_at() => Flags(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            [|File.AppendAllTextAsync(options.Path, Text(entry), cancellationToken)|];
            return default;
        }
        """));

    [Fact]
    public Task A_task_with_a_continuation() => Flags(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            [|repository.SaveAsync(entry, cancellationToken)|].ContinueWith(t => logger.LogWarning("lost"), TaskContinuationOptions.OnlyOnFaulted);
            return default;
        }
        """));

    [Fact]
    public Task Task_Run() => Flags(Emit("""
        _ = Task.Run(async () => await [|redis.ListRightPushAsync("audit", Text(entry))|]);
        """));

    [Fact]
    public Task The_thread_pool() => Flags(Emit("""
        ThreadPool.QueueUserWorkItem(_ => [|File.AppendAllText(options.Path, Text(entry))|]);
        """));

    [Fact]
    public Task An_async_void_helper() => Flags(Emit("Write(entry);", """
        async void Write(AuditEntry e) => await [|File.AppendAllTextAsync(options.Path, Text(e))|];
        """));

    [Fact]
    public Task A_helper_that_is_not_awaited() => Flags(Emit("""
        var task = WriteAsync(entry);
        """, """
        Task WriteAsync(AuditEntry e) => [|repository.SaveAsync(e, default)|];
        """));

    [Fact]
    public Task Fire_and_forget_in_Redis() => Flags(Emit("""
        await [|redis.ListRightPushAsync("audit", Text(entry), flags: CommandFlags.FireAndForget)|];
        """));

    [Fact]
    public Task An_entity_that_is_not_saved() => Flags(Emit("""
        [|db.Rows.Add(new AuditRow(entry))|];
        """));

    [Fact]
    public Task An_entity_that_is_saved_only_sometimes() => Flags(Emit("""
        [|db.Add(new AuditRow(entry))|];
        if (options.Enabled) await db.SaveChangesAsync(cancellationToken);
        """));

    [Fact]
    public Task A_transaction_without_a_commit() => Flags(Emit($$"""
        using var transaction = [|connection.BeginTransaction()|];
        {{Write}}
        logger.LogWarning("written");
        """));

    [Fact]
    public Task A_transaction_that_is_committed_on_one_way_only() => Flags(Emit($$"""
        using var transaction = [|sqlite.BeginTransaction()|];
        {{Write}}
        if (options.Enabled) transaction.Commit();
        """));

    [Fact]
    public Task A_writer_that_is_not_flushed() => Flags(Emit("""
        await [|writer.WriteLineAsync(Text(entry))|];
        """, """readonly StreamWriter writer = new("audit.log", append: true);"""));

    [Fact]
    public Task A_file_stream_that_is_not_flushed() => Flags(Emit("""
        lock (gate) { [|stream.Write(System.Text.Encoding.UTF8.GetBytes(Text(entry)))|]; }
        """, """readonly FileStream stream = new("audit.log", FileMode.Append);"""));

    [Fact]
    public Task A_session_that_is_not_waited_for() => Flags("""
        using StorageKit; using StackExchange.Redis;
        public class RedisSessions(IDatabase redis) : ISessionStore
        {
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                _ = [|redis.StringSetAsync("s", session.ToString())|];
                return default;
            }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task A_case_that_is_left_out() => Flags(Emit("""
        switch (entry.EventType)
        {
            case [|AuditEventType.ToolDispatched|]: await redis.StreamAddAsync("audit", "j", Text(entry)); break;
            default: break;
        }
        """));

    [Fact]
    public Task A_member_that_returns_at_once_when_it_is_closed() => Flags(Sink("""
        bool closed;
        public void Close() => closed = true;
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => [|closed|] ? default : WriteAsync(entry);
        async ValueTask WriteAsync(AuditEntry entry) => await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        """));

    [Theory]
    [InlineData("[|entry.VerifyIntegrity()|]")]
    [InlineData("[|await mutex.WaitAsync(100, cancellationToken)|]")]
    public Task A_question_whose_answer_says_nothing_of_what_is_stored(string question) => Flags(Emit($$"""
        if (!{{question}}) return;
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); } finally { mutex.Release(); }
        """));
}
