using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1010, code that looks alike and is correct.</summary>
public sealed class DurableWriteLookAlikeTests() : StoreRuleTests(new SuccessNeedsADurableWrite())
{
    const string Write = "await connection.ExecuteAsync(Insert, new { hash = Text(entry) });";

    [Theory]
    [InlineData("ArgumentNullException.ThrowIfNull(entry);")]
    [InlineData("if (entry is null) return;")]
    [InlineData("if (!options.Enabled) throw new StorageException(StorageErrorKind.Backend, \"off\");")]
    [InlineData("cancellationToken.ThrowIfCancellationRequested();")]
    [InlineData("if (await repository.ExistsAsync(entry.EntryHash)) return;")]
    [InlineData("if (await connection.ExecuteScalarAsync<int>(\"SELECT count(*) FROM audit_log WHERE hash = @h\", new { h = 1 }) > 0) return;")]
    [InlineData("var known = await connection.ExecuteScalarAsync<int>(\"SELECT 1 FROM audit_log\"); if (known == 1) return;")]
    [InlineData("if (seen.ContainsKey(entry.EntryHash)) return;")]
    [InlineData("if (!seen.TryAdd(entry.EntryHash, 1)) return;")]
    [InlineData("if (entry.EntryHash == last) return; last = entry.EntryHash;")]
    [InlineData("if (options.Enabled) logger.LogWarning(\"writing\");")]
    [InlineData("if (options.Enabled) { await repository.SaveAsync(entry, cancellationToken); return; }")]
    [InlineData("if (options.Enabled) { entries.Add(entry); return; }")]
    public Task What_may_stand_before_the_write(string before) => Accepts(Emit($$"""
        {{before}}
        {{Write}}
        """, "readonly ConcurrentDictionary<Hash256, int> seen = new(); Hash256 last;"));

    [Theory]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => new(repository.SaveAsync(entry, cancellationToken));")]
    [InlineData("public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await repository.SaveAsync(entry, cancellationToken).ConfigureAwait(false);")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { repository.SaveAsync(entry, cancellationToken).GetAwaiter().GetResult(); return default; }")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { repository.SaveAsync(entry, cancellationToken).Wait(); return default; }")]
    [InlineData("public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { var t = repository.SaveAsync(entry, cancellationToken); logger.LogWarning(\"x\"); await t; }")]
    [InlineData("public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await Task.WhenAll(repository.SaveAsync(entry, cancellationToken), mirror.SaveAsync(entry, cancellationToken));")]
    [InlineData("public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await Task.Run(() => File.AppendAllText(options.Path, Text(entry)));")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { queue.Enqueue(entry); return default; }")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { lock (gate) entries.Add(entry); return ValueTask.CompletedTask; }")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : new(repository.SaveAsync(entry, cancellationToken));")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => throw new StorageException(StorageErrorKind.Backend, \"read only\");")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;")]
    public Task A_write_that_is_waited_for(string member) => Accepts(Sink(member));

    [Fact]
    public Task A_forward_after_a_durable_write() => Accepts(Emit($$"""
        {{Write}}
        _ = redis.StreamAddAsync("recent", "e", Text(entry));
        _ = Task.Run(() => mirror.SaveAsync(entry, default));
        """));

    [Fact]
    public Task A_batch_that_may_be_empty() => Accepts(Sink("""
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await EmitAll([entry]);
        async Task EmitAll(IReadOnlyList<AuditEntry> batch)
        {
            if (batch.Count == 0) return;
            foreach (var one in batch)
                await connection.ExecuteAsync(Insert, new { hash = Text(one) });
        }
        """));

    [Fact]
    public Task A_retry_around_the_write() => Accepts(Emit($$"""
        for (var attempt = 0; attempt < options.Limit; attempt++)
        {
            try { {{Write}} return; }
            catch (NpgsqlException e) when (e.IsTransient) { await Task.Delay(10); }
        }
        throw new StorageException(StorageErrorKind.Backend, "no write");
        """));

    [Fact]
    public Task Both_ways_store() => Accepts(Emit($$"""
        if (options.Enabled) { {{Write}} }
        else await File.AppendAllTextAsync(options.Path, Text(entry));
        """));

    [Fact]
    public Task A_switch_whose_arms_all_store() => Accepts(Emit($$"""
        switch (options.Limit)
        {
            case 1: {{Write}} break;
            case 2: await repository.SaveAsync(entry, cancellationToken); break;
            default: throw new InvalidOperationException("no such limit");
        }
        """));

    [Fact]
    public Task A_transaction_that_is_committed() => Accepts(Emit($$"""
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        {{Write}}
        await transaction.CommitAsync(cancellationToken);
        """));

    [Fact]
    public Task A_transaction_that_is_rolled_back_for_an_entry_that_is_there() => Accepts(Emit("""
        using var transaction = connection.BeginTransaction();
        var rows = await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        if (rows == 0) { transaction.Rollback(); return; }
        transaction.Commit();
        """));

    [Fact]
    public Task A_transaction_that_another_class_commits() => Accepts(Emit($$"""
        var transaction = connection.BeginTransaction();
        {{Write}}
        Finish(transaction, alerts);
        static void Finish(System.Data.Common.DbTransaction t, IAlerts a) { t.Commit(); }
        """));

    [Fact]
    public Task An_entity_that_is_saved() => Accepts(Emit("""
        db.Rows.Add(new AuditRow(entry));
        logger.LogWarning("saving");
        await db.SaveChangesAsync(cancellationToken);
        """));

    [Fact]
    public Task An_entity_that_a_helper_saves() => Accepts(Emit("""
        db.Rows.Add(new AuditRow(entry));
        await SaveAsync();
        """, "Task SaveAsync() => db.SaveChangesAsync();"));

    [Theory]
    [InlineData("readonly StreamWriter writer = new(\"audit.log\", append: true) { AutoFlush = true };", "")]
    [InlineData("readonly StreamWriter writer = new(\"audit.log\", append: true);", "await writer.FlushAsync();")]
    public Task A_writer_that_is_flushed(string field, string flush) => Accepts(Emit($$"""
        await writer.WriteLineAsync(Text(entry));
        {{flush}}
        """, field));

    [Fact]
    public Task A_writer_of_this_call_is_flushed_when_it_is_disposed() => Accepts(Emit("""
        await using var writer = new StreamWriter(options.Path, append: true);
        await writer.WriteLineAsync(Text(entry));
        """));

    [Fact]
    public Task A_command_with_parameters() => Accepts(Emit("""
        await using var open = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Insert, open);
        command.Parameters.AddWithValue("hash", Text(entry));
        await command.ExecuteNonQueryAsync(cancellationToken);
        """));

    [Fact]
    public Task Deleting_what_is_not_there() => Accepts("""
        using StorageKit;
        public class Files : ISessionStore
        {
            bool off = false;
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
            {
                if (!off) File.Delete("s");
                return default;
            }
        }
        """);

    [Theory]
    [InlineData("""switch (entry.EventType) { case AuditEventType.ToolDispatched: await redis.StreamAddAsync("a", "j", Text(entry)); break; default: await redis.StreamAddAsync("b", "j", Text(entry)); break; }""")]
    [InlineData("""string key; switch (entry.EventType) { case AuditEventType.ToolDispatched: key = "a"; break; default: key = "b"; break; } await redis.StreamAddAsync(key, "j", Text(entry));""")]
    [InlineData("""switch (await connection.ExecuteScalarAsync<int>("SELECT status FROM audit_log WHERE hash = @hash", new { hash = Text(entry) })) { case 1: return; default: await connection.ExecuteAsync(Insert, new { hash = Text(entry) }); break; }""")]
    public Task A_switch(string statements) => Accepts(Emit(statements));

    [Fact]
    public Task A_member_that_fails_when_it_is_closed() => Accepts(Sink("""
        bool closed;
        public void Close() => closed = true;
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
            closed ? ValueTask.FromException(new StorageException(StorageErrorKind.Backend, "closed")) : WriteAsync(entry);
        async ValueTask WriteAsync(AuditEntry entry) => await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        """));

    [Theory]
    [InlineData("if (!entry.VerifyIntegrity()) throw new StorageException(StorageErrorKind.Serialization, \"changed\");")]
    [InlineData("if (!await mutex.WaitAsync(100, cancellationToken)) throw new StorageException(StorageErrorKind.Timeout, \"busy\");")]
    [InlineData("while (!await mutex.WaitAsync(100, cancellationToken)) logger.LogWarning(\"busy\");")]
    [InlineData("if (await mutex.WaitAsync(0, cancellationToken)) logger.LogWarning(\"free\");")]
    public Task A_question_that_only_delays_or_refuses(string statement) => Accepts(Emit($$"""
        {{statement}}
        await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        """));
}
