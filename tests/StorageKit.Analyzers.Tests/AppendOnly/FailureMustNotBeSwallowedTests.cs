using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1011, code that breaks the rule.</summary>
public sealed class FailureMustNotBeSwallowedTests() : StoreRuleTests(new FailureMustNotBeSwallowed())
{
    [Fact]
    public Task A_handler_that_logs() => Flags(Emit("""
        try
        {
            await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        }
        [|catch (Exception ex)|]
        {
            logger.LogError(ex, "Audit entry {Entry} was not written", entry);
        }
        """));

    [Fact]
    public Task A_bare_catch() => Flags(Emit("""
        try { await File.AppendAllTextAsync(options.Path, Text(entry), cancellationToken); } [|catch|] { }
        """));

    [Fact]
    public Task A_handler_that_returns() => Flags(Emit("""
        try { await redis.ListRightPushAsync("audit", Text(entry)); } [|catch (RedisException)|] { return; }
        await alerts.RaiseAsync("done");
        """));

    [Fact]
    public Task A_command_that_is_run_in_the_try() => Flags(Emit("""
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue("hash", Text(entry));
        try { await command.ExecuteNonQueryAsync(cancellationToken); }
        [|catch (NpgsqlException ex)|] { logger.LogError(ex, "lost"); }
        """));

    [Fact]
    public Task A_sync_command_in_a_using_statement() => Flags(Emit("""
        try
        {
            using (var command = sqlite.CreateCommand())
            {
                command.CommandText = "INSERT INTO audit_log VALUES (1)";
                command.ExecuteNonQuery();
            }
        }
        [|catch (Exception e)|] when (e is not OperationCanceledException)
        {
            Console.WriteLine(e.Message);
        }
        """));

    [Fact]
    public Task SaveChanges_of_EF_Core() => Flags(Emit("""
        db.Rows.Add(new AuditRow(entry));
        try { await db.SaveChangesAsync(cancellationToken); }
        [|catch (DbUpdateException ex)|] { logger.LogError(ex, "lost"); }
        """));

    [Fact]
    public Task A_transaction_that_is_rolled_back_and_forgotten() => Flags(Emit("""
        using var transaction = connection.BeginTransaction();
        try
        {
            await connection.ExecuteAsync(Insert, new { hash = Text(entry) }, transaction);
            transaction.Commit();
        }
        [|catch (Exception)|]
        {
            transaction.Rollback();
        }
        """));

    [Fact]
    public Task A_store_that_is_not_known_and_alone_gets_the_entry() => Flags(Emit("""
        try { await repository.SaveAsync(entry, cancellationToken); }
        [|catch (Exception ex)|] { logger.LogError(ex, "lost"); }
        """));

    [Fact]
    public Task A_handler_around_a_helper() => Flags(Emit("""
        try { await WriteAsync(entry); }
        [|catch (Exception ex)|] { logger.LogError(ex, "lost"); }
        """, """
        Task WriteAsync(AuditEntry e) => connection.ExecuteAsync(Insert, new { hash = Text(e) });
        """));

    [Fact]
    public Task A_handler_in_a_helper() => Flags(Emit("await WriteAsync(Text(entry));", """
        async Task WriteAsync(string line)
        {
            try { await File.AppendAllTextAsync("audit.log", line); }
            [|catch (IOException)|] { }
        }
        """));

    [Fact]
    public Task A_helper_whose_answer_is_ignored() => Flags(Emit("await TryWriteAsync(Text(entry));", """
        async Task<bool> TryWriteAsync(string line)
        {
            try { await File.AppendAllTextAsync("audit.log", line); return true; }
            [|catch (IOException)|] { return false; }
        }
        """));

    [Fact]
    public Task A_local_function() => Flags(Emit("""
        await Write();
        async Task Write()
        {
            try { await File.AppendAllTextAsync("audit.log", Text(entry)); } [|catch (Exception)|] { }
        }
        """));

    [Fact]
    public Task A_lambda() => Flags(Emit("""
        await Task.Run(async () =>
        {
            try { await redis.StreamAddAsync("audit", "e", Text(entry)); } [|catch (Exception)|] { }
        });
        """));

    [Fact]
    public Task A_retry_that_gives_up_in_silence() => Flags(Emit("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); return; }
            [|catch (Exception)|] { await Task.Delay(100); }
        }
        """));

    [Fact]
    public Task A_failure_that_is_thrown_only_when_the_options_say_so() => Flags(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        [|catch (Exception ex)|] { if (options.Enabled) throw; logger.LogError(ex, "lost"); }
        """));

    [Fact]
    public Task One_kind_of_failure_is_thrown_and_all_others_are_not() => Flags(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        [|catch (Exception ex)|] { if (ex is OutOfMemoryException) throw; logger.LogError(ex, "lost"); }
        """));

    [Fact]
    public Task A_cancelled_write_is_no_success() => Flags(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        [|catch (OperationCanceledException)|] { return; }
        """));

    [Fact]
    public Task A_completed_task_after_a_failure() => Flags(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            try { File.AppendAllText(options.Path, Text(entry)); return ValueTask.CompletedTask; }
            [|catch (UnauthorizedAccessException)|] { return ValueTask.CompletedTask; }
        }
        """));

    [Fact]
    public Task The_second_store_fails_in_silence_too() => Flags(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        catch (Exception)
        {
            try { await File.AppendAllTextAsync(options.Path, Text(entry)); } [|catch (Exception)|] { }
        }
        """));

    [Fact]
    public Task A_durable_member_of_another_contract() => Flags("""
        using StorageKit; using StackExchange.Redis;
        public class RedisSessions(IDatabase redis) : ISessionStore
        {
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                try { await redis.StringSetAsync("s", session.ToString()); } [|catch (Exception)|] { }
            }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using StorageKit;
        [StorageContract("ledger")]
        public interface ILedger { [AppendOnly] bool Append(string line); }
        public abstract class LedgerBase : ILedger
        {
            public bool Append(string line)
            {
                try { Write(line); } [|catch (Exception)|] { }
                return true;
            }
            protected abstract void Write(string line);
        }
        public class FileLedger : LedgerBase { protected override void Write(string line) => File.AppendAllText("ledger", line); }
        """);

    [Fact]
    public Task A_helper_that_runs_the_write_and_logs() => Flags(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
            new(Safely(async () => { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }));
        async Task Safely(Func<Task> run)
        {
            try { await run(); }
            [|catch (Exception e)|] { logger.LogError(e, "not stored"); }
        }
        """));

    [Fact]
    public Task A_loop_that_gives_up() => Flags(Emit("""
        var tries = 0;
        var stored = false;
        while (!stored && tries < 5)
        {
            try { await redis.StreamAddAsync("audit", "j", Text(entry)); stored = true; }
            [|catch (Exception)|] { tries++; }
        }
        """));

    [Fact]
    public Task An_entry_that_is_only_kept_in_memory_then() => Flags(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        [|catch (NpgsqlException)|] { queue.Enqueue(entry); }
        """));
}
