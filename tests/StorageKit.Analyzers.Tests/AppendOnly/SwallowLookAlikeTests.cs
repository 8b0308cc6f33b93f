using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1011, code that looks alike and is correct.</summary>
public sealed class SwallowLookAlikeTests() : StoreRuleTests(new FailureMustNotBeSwallowed())
{
    const string Write = "await connection.ExecuteAsync(Insert, new { hash = Text(entry) });";

    [Theory]
    [InlineData("catch (Exception ex) { logger.LogError(ex, \"lost\"); throw; }")]
    [InlineData("catch (Exception ex) { throw new StorageException(StorageErrorKind.Backend, \"no write\", ex); }")]
    [InlineData("catch (NpgsqlException ex) when (ex.IsTransient) { logger.LogError(ex, \"lost\"); }")]
    [InlineData("catch (PostgresException ex) when (ex.SqlState == PostgresErrorCodes.UniqueViolation) { }")]
    [InlineData("catch (PostgresException ex) { if (ex.SqlState == PostgresErrorCodes.UniqueViolation) return; throw; }")]
    [InlineData("catch (PostgresException ex) { if (ex.SqlState != PostgresErrorCodes.UniqueViolation) throw; }")]
    [InlineData("catch (PostgresException ex) { switch (ex.SqlState) { case \"23505\": return; default: throw; } }")]
    [InlineData("catch (Exception ex) { if (IsDuplicate(ex)) return; throw; }")]
    [InlineData("catch (Exception ex) { alerts.Handle(ex); }")]
    [InlineData("catch (Exception ex) { Fail(ex); }")]
    [InlineData("catch (Exception ex) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(ex); }")]
    [InlineData("catch (Exception) { await mirror.SaveAsync(entry, cancellationToken); }")]
    [InlineData("catch (Exception) { await File.AppendAllTextAsync(options.Path, Text(entry)); }")]
    [InlineData("catch (FileNotFoundException) { }")]
    [InlineData("catch (OperationCanceledException) { throw; } catch (Exception e) { throw Wrap(e); }")]
    [InlineData("finally { logger.LogWarning(\"tried\"); }")]
    public Task A_handler_that_is_no_swallowing(string handler) => Accepts(Emit($"try {{ {Write} }} {handler}", """
        static bool IsDuplicate(Exception e) => e.Message.Length > 3;
        static void Fail(Exception e) => throw new StorageException(StorageErrorKind.Backend, "no write", e);
        static Exception Wrap(Exception e) => new StorageException(StorageErrorKind.Backend, "no write", e);
        """));

    [Fact]
    public Task A_retry_whose_last_attempt_throws() => Accepts(Emit($$"""
        for (var attempt = 1; ; attempt++)
        {
            try { {{Write}} return; }
            catch (Exception) { if (attempt == 3) throw; await Task.Delay(attempt); }
        }
        """));

    [Fact]
    public Task A_retry_that_throws_after_its_loop() => Accepts(Emit($$"""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { {{Write}} return; }
            catch (Exception) { await Task.Delay(attempt); }
        }
        throw new StorageException(StorageErrorKind.Backend, "three times");
        """));

    [Fact]
    public Task A_failure_that_is_thrown_later() => Accepts(Emit($$"""
        Exception? failure = null;
        try { {{Write}} }
        catch (Exception ex) { failure = ex; }
        logger.LogWarning("tried");
        if (failure is not null) throw new StorageException(StorageErrorKind.Backend, "no write", failure);
        """));

    [Fact]
    public Task A_mark_that_only_success_sets() => Accepts(Emit($$"""
        var stored = false;
        try { {{Write}} stored = true; }
        catch (Exception ex) { logger.LogError(ex, "lost"); }
        if (!stored) throw new StorageException(StorageErrorKind.Backend, "no write");
        """));

    [Fact]
    public Task A_catch_around_metrics_only() => Accepts(Emit($$"""
        {{Write}}
        try { await alerts.RaiseAsync("written"); logger.LogWarning("x"); } catch (Exception) { }
        """));

    [Fact]
    public Task A_copy_that_may_fail_once_the_entry_is_stored() => Accepts(Emit($$"""
        {{Write}}
        try { await redis.ListRightPushAsync("recent", Text(entry)); } catch (Exception ex) { logger.LogError(ex, "no copy"); }
        """));

    [Fact]
    public Task A_copy_to_a_store_that_is_not_known() => Accepts(Emit("""
        await repository.SaveAsync(entry, cancellationToken);
        try { await mirror.SaveAsync(entry, cancellationToken); } catch (Exception ex) { logger.LogError(ex, "no copy"); }
        """));

    [Fact]
    public Task A_copy_before_the_entry_is_stored() => Accepts(Emit($$"""
        try { await redis.ListRightPushAsync("recent", Text(entry)); } catch (Exception ex) { logger.LogError(ex, "no copy"); }
        {{Write}}
        """));

    [Fact]
    public Task A_helper_that_says_whether_it_worked() => Accepts(Emit("""
        if (!await TryWriteAsync(Text(entry)))
            throw new StorageException(StorageErrorKind.Backend, "no write");
        """, """
        async Task<bool> TryWriteAsync(string line)
        {
            try { await File.AppendAllTextAsync("audit.log", line); return true; }
            catch (IOException) { return false; }
        }
        """));

    [Fact]
    public Task A_task_that_carries_the_failure() => Accepts(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            try { File.AppendAllText(options.Path, Text(entry)); return default; }
            catch (Exception ex) { return ValueTask.FromException(new StorageException(StorageErrorKind.Backend, "no", ex)); }
        }
        """));

    [Fact]
    public Task A_rollback_that_may_fail_while_the_failure_goes_on() => Accepts(Emit($$"""
        using var transaction = connection.BeginTransaction();
        try { {{Write}} transaction.Commit(); }
        catch (Exception)
        {
            try { transaction.Rollback(); } catch (Exception ex) { logger.LogError(ex, "no rollback"); }
            throw;
        }
        """));

    [Fact]
    public Task A_deletion_that_finds_no_folder() => Accepts("""
        using StorageKit;
        public class Files : ISessionStore
        {
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
            {
                try { File.Delete("sessions/" + session); } catch (DirectoryNotFoundException) { }
                return default;
            }
        }
        """);

    [Fact]
    public Task A_member_that_promises_no_durability() => Accepts("""
        using StorageKit; using StackExchange.Redis;
        public class Cached(IDatabase redis) : IPolicyStore
        {
            public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) => default;
            public async ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                try { await redis.KeyDeleteAsync("p"); } catch (Exception) { }
            }
        }
        """);

    [Fact]
    public Task A_background_reader_that_goes_on() => Accepts(Emit($$"""
        {{Write}}
        """, """
        public async Task WatchAsync()
        {
            try { await connection.ExecuteAsync("SELECT 1"); await File.AppendAllTextAsync("watch.log", "seen"); } catch (Exception) { }
        }
        """));

    [Fact]
    public Task A_loop_whose_failure_is_thrown_after_it() => Accepts(Emit("""
        var tries = 0;
        var stored = false;
        while (!stored && tries < 5)
        {
            try { await redis.StreamAddAsync("audit", "j", Text(entry)); stored = true; }
            catch (Exception) { tries++; }
        }
        if (!stored) throw new StorageException(StorageErrorKind.Backend, "five times");
        """));

    [Fact]
    public Task A_helper_that_tries_a_write_again() => Accepts(Sink("""
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            await Retry(async () => await connection.ExecuteAsync(Insert, new { hash = Text(entry) }));
        }
        static async Task<T> Retry<T>(Func<Task<T>> run)
        {
            Exception? last = null;
            for (var i = 0; i < 3; i++)
                try { return await run(); }
                catch (Exception e) { last = e; await Task.Delay(i); }
            throw new StorageException(StorageErrorKind.Backend, "three times", last);
        }
        """));
}
