using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Stores;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1010 and SK1011 over correct sinks in the styles in which people write them.</summary>
public sealed class DurableStylesTests() : StoreRuleTests(new SuccessNeedsADurableWrite())
{
    Task AcceptsBoth(string source) => (Analyzer with
    {
        Analyzer = new StoreAnalyzer(new SuccessNeedsADurableWrite(), new FailureMustNotBeSwallowed()),
    }).VerifyAsync(source);

    [Fact]
    public Task A_group_commit_that_completes_its_callers() => AcceptsBoth(Sink("""
        readonly Channel<(AuditEntry Entry, TaskCompletionSource Done)> pending = Channel.CreateUnbounded<(AuditEntry, TaskCompletionSource)>();
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await pending.Writer.WriteAsync((entry, done), cancellationToken);
            await done.Task;
        }
        async Task PumpAsync()
        {
            await foreach (var (entry, done) in pending.Reader.ReadAllAsync())
            {
                try
                {
                    await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
                    done.SetResult();
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            }
        }
        """));

    [Fact]
    public Task A_line_on_the_console() => AcceptsBoth(Emit("""
        await repository.SaveAsync(entry, cancellationToken);
        Console.Error.WriteLine(Text(entry));
        """));

    [Fact]
    public Task A_decorator() => AcceptsBoth("""
        using StorageKit;
        public class Timed(IAuditSink inner, Action<TimeSpan> report) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                var before = Environment.TickCount64;
                try { await inner.EmitAsync(entry, cancellationToken).ConfigureAwait(false); }
                finally { report(TimeSpan.FromMilliseconds(Environment.TickCount64 - before)); }
            }
        }
        """);

    [Fact]
    public Task A_duplicate_is_told_by_its_error() => AcceptsBoth(Emit("""
        try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); }
        catch (PostgresException e)
        {
            if (e.SqlState == "23505") return;
            throw new StorageException(StorageErrorKind.Backend, "insert", e);
        }
        """));

    [Fact]
    public Task The_log_is_read_for_a_duplicate() => AcceptsBoth("""
        using StorageKit;
        public class Once(IAuditSink inner, IAuditLog log) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await foreach (var record in log.ReadAllAsync(cancellationToken: cancellationToken))
                    if (record.Entry.EntryHash == entry.EntryHash)
                        return;
                await inner.EmitAsync(entry, cancellationToken);
            }
        }
        """);

    [Fact]
    public Task A_filter_tells_the_duplicate() => AcceptsBoth(Emit("""
        try { db.Rows.Add(new AuditRow(entry)); await db.SaveChangesAsync(cancellationToken); }
        catch (DbUpdateException e) when (IsDuplicate(e)) { logger.LogWarning("again"); }
        """, "static bool IsDuplicate(Exception e) => e.InnerException is PostgresException { SqlState: \"23505\" };"));

    [Fact]
    public Task Retries_that_end_with_the_last_error() => AcceptsBoth(Emit("""
        Exception? last = null;
        for (var i = 0; i < 3; i++)
        {
            try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); return; }
            catch (NpgsqlException e) { last = e; await Task.Delay(10 << i, cancellationToken); }
        }
        throw new StorageException(StorageErrorKind.Backend, "three times", last);
        """));

    [Fact]
    public Task Retries_counted_in_the_filter() => AcceptsBoth(Emit("""
        for (var i = 0; ; i++)
        {
            try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); break; }
            catch (NpgsqlException) when (i < 3) { await Task.Delay(10 << i, cancellationToken); }
        }
        """));

    [Fact]
    public Task A_loop_until_it_works() => AcceptsBoth(Emit("""
        while (true)
        {
            try { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); break; }
            catch (Exception e) { logger.LogWarning(e.Message); await Task.Delay(100, cancellationToken); }
        }
        """));

    [Fact]
    public Task Retries_that_rethrow_the_last() => AcceptsBoth(Emit("""
        var attempt = 0;
        while (true)
        {
            try { await repository.SaveAsync(entry, cancellationToken); return; }
            catch (Exception e)
            {
                if (++attempt >= options.Limit) throw;
                logger.LogWarning(e.Message);
            }
        }
        """));

    [Fact]
    public Task An_error_that_is_thrown_after_the_try() => AcceptsBoth(Emit("""
        Exception? error = null;
        try { await repository.SaveAsync(entry, cancellationToken); }
        catch (Exception e) { error = e; }
        if (error is not null) throw new StorageException(StorageErrorKind.Backend, "save", error);
        """));

    [Fact]
    public Task A_mapping_helper_that_throws() => AcceptsBoth(Emit("""
        try { await repository.SaveAsync(entry, cancellationToken); }
        catch (OperationCanceledException) { throw; }
        catch (Exception e) { Rethrow(e); }
        """, """
        [System.Diagnostics.CodeAnalysis.DoesNotReturn]
        static void Rethrow(Exception e) => throw new StorageException(StorageErrorKind.Backend, "save", e);
        """));

    [Fact]
    public Task A_mapping_helper_whose_signature_does_not_say_that_it_throws() => AcceptsBoth(Emit("""
        try { await repository.SaveAsync(entry, cancellationToken); }
        catch (Exception e) { Rethrow(e); }
        """, "static void Rethrow(Exception e) { throw new StorageException(StorageErrorKind.Backend, \"save\", e); }"));

    [Fact]
    public Task A_guard_around_each_call() => AcceptsBoth(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
            Guard(async () => { await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); });
        static async ValueTask Guard(Func<Task> run)
        {
            try { await run().ConfigureAwait(false); }
            catch (NpgsqlException e) { throw new StorageException(StorageErrorKind.Backend, "postgres", e); }
        }
        """));

    [Fact]
    public Task A_transaction_in_a_helper() => AcceptsBoth(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => InTransaction(
            (c, t) => c.ExecuteAsync(Insert, new { hash = Text(entry) }, t), cancellationToken);
        async ValueTask InTransaction(Func<NpgsqlConnection, System.Data.IDbTransaction, Task<int>> run, CancellationToken token)
        {
            await using var open = await source.OpenConnectionAsync(token);
            await using var transaction = await open.BeginTransactionAsync(token);
            await run(open, transaction);
            await transaction.CommitAsync(token);
        }
        """));

    [Fact]
    public Task A_file_that_is_flushed_to_the_disk_under_a_semaphore() => AcceptsBoth(Sink("""
        readonly FileStream file = new("audit.log", FileMode.Append, FileAccess.Write);
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(entry);
            var line = System.Text.Encoding.UTF8.GetBytes(Text(entry) + "\n");
            await mutex.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            catch (IOException e)
            {
                throw new StorageException(StorageErrorKind.Backend, "append", e);
            }
            finally { mutex.Release(); }
        }
        """));

    [Fact]
    public Task A_second_place_when_the_first_fails() => AcceptsBoth(Emit("""
        try { await repository.SaveAsync(entry, cancellationToken); }
        catch (Exception e)
        {
            logger.LogWarning(e.Message);
            await mirror.SaveAsync(entry, cancellationToken);
        }
        """));

    [Fact]
    public Task A_failing_metric_after_the_write() => AcceptsBoth(Emit("""
        await repository.SaveAsync(entry, cancellationToken);
        try { await alerts.RaiseAsync("stored"); }
        catch (Exception e) { logger.LogWarning(e.Message); }
        """));

    [Fact]
    public Task A_failing_rollback() => AcceptsBoth(Emit("""
        using var transaction = connection.BeginTransaction();
        try
        {
            await connection.ExecuteAsync(Insert, new { hash = Text(entry) }, transaction);
            transaction.Commit();
        }
        catch
        {
            try { transaction.Rollback(); } catch (Exception e) { logger.LogWarning(e.Message); }
            throw;
        }
        """));

    [Fact]
    public Task A_batch_that_is_written_when_it_is_full_or_waited_for() => AcceptsBoth(Sink("""
        readonly List<(AuditEntry, TaskCompletionSource)> batch = [];
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            var done = new TaskCompletionSource();
            bool full;
            lock (gate) { batch.Add((entry, done)); full = batch.Count >= options.Limit; }
            if (full) _ = FlushAsync();
            return new(done.Task);
        }
        async Task FlushAsync()
        {
            List<(AuditEntry, TaskCompletionSource)> taken;
            lock (gate) { taken = [.. batch]; batch.Clear(); }
            try
            {
                foreach (var (one, _) in taken) await connection.ExecuteAsync(Insert, new { hash = Text(one) });
                foreach (var (_, done) in taken) done.TrySetResult();
            }
            catch (Exception e) { foreach (var (_, done) in taken) done.TrySetException(e); }
        }
        """));

    [Fact]
    public Task A_base_class_that_does_the_work() => AcceptsBoth("""
        using StorageKit; using Npgsql; using Dapper;
        public abstract class SqlSink : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                if (!CanWrite(entry)) throw new StorageException(StorageErrorKind.Backend, "closed");
                try { await WriteAsync(entry, cancellationToken); }
                catch (Exception e) when (e is not (StorageException or OperationCanceledException))
                {
                    throw new StorageException(StorageErrorKind.Backend, "write", e);
                }
            }
            protected virtual bool CanWrite(AuditEntry entry) => true;
            protected abstract Task WriteAsync(AuditEntry entry, CancellationToken token);
        }
        public sealed class PgSink(NpgsqlConnection connection) : SqlSink
        {
            protected override Task WriteAsync(AuditEntry entry, CancellationToken token) => connection.ExecuteAsync("INSERT INTO a VALUES (@h)", new { h = entry.EntryHash.ToString() });
        }
        """);
}
