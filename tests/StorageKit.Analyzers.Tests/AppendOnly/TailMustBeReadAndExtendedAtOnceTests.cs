using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1014: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class TailMustBeReadAndExtendedAtOnceTests() : StoreRuleTests(new TailMustBeReadAndExtendedAtOnce())
{
    const string Last = "SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1";

    const string Append = "await connection.ExecuteAsync(\"INSERT INTO audit_log (prev, hash) VALUES (@prev, @hash)\", new { prev = last, hash = Text(entry) });";

    [Theory]
    [InlineData(Last)]
    [InlineData(Last + " FOR UPDATE")]
    [InlineData("SELECT MAX(seq) FROM audit_log")]
    public Task The_last_row(string sql) => Flags(Emit($$"""
        var last = await [|connection.ExecuteScalarAsync<string>("{{sql}}")|];
        {{Append}}
        """));

    [Fact]
    public Task The_last_row_with_commands() => Flags(Emit($$"""
        await using var read = [|new NpgsqlCommand("{{Last}}", connection)|];
        var last = (string)(await read.ExecuteScalarAsync(cancellationToken))!;
        await using var write = new NpgsqlCommand("INSERT INTO audit_log (prev, hash) VALUES (@prev, @hash)", connection);
        write.Parameters.AddWithValue("prev", last);
        write.Parameters.AddWithValue("hash", Text(entry));
        await write.ExecuteNonQueryAsync(cancellationToken);
        """));

    [Fact]
    public Task The_last_row_in_a_weak_transaction() => Flags(Emit($$"""
        using var transaction = connection.BeginTransaction();
        var last = await [|connection.ExecuteScalarAsync<string>("{{Last}}")|];
        {{Append}}
        transaction.Commit();
        """));

    [Fact]
    public Task The_last_row_that_a_helper_reads() => Flags(Emit($$"""
        var last = await LastAsync();
        {{Append}}
        """, $$"""
        async Task<string> LastAsync() => await [|connection.ExecuteScalarAsync<string>("{{Last}}")|];
        """));

    [Fact]
    public Task The_last_line_of_a_file() => Flags(Emit("""
        var last = [|File.ReadAllLines("audit.log")|].LastOrDefault();
        await File.AppendAllTextAsync("audit.log", last + Text(entry));
        """));

    [Fact]
    public Task The_last_entity() => Flags(Emit("""
        var last = [|db.Rows|].OrderByDescending(row => row.Hash).FirstOrDefault();
        db.Rows.Add(new AuditRow(entry) { Hash = last?.Hash + Text(entry) });
        await db.SaveChangesAsync(cancellationToken);
        """));

    [Fact]
    public Task The_last_of_a_queue() => Flags(Emit("""
        var previous = [|chained|].LastOrDefault();
        chained.Enqueue(new Chained(previous, entry));
        """, "readonly ConcurrentQueue<Chained> chained = new();") + "\npublic record Chained(Chained? Previous, AuditEntry Entry);");

    [Fact]
    public Task A_kept_hash() => Flags(Emit("""
        var hash = Text(entry) + [|last|];
        await connection.ExecuteAsync(Insert, new { hash });
        last = hash;
        """, "string last = \"\";"));

    [Fact]
    public Task A_lock_around_the_read_only() => Flags(Emit("""
        string previous;
        lock (gate) previous = [|last|];
        var hash = Text(entry) + previous;
        await connection.ExecuteAsync(Insert, new { hash });
        lock (gate) last = hash;
        """, "string last = \"\";"));

    [Theory]
    [InlineData("await mutex.WaitAsync(cancellationToken); try {", "} finally { mutex.Release(); }")]
    [InlineData("using var t = connection.BeginTransaction(System.Data.IsolationLevel.Serializable);", "t.Commit();")]
    [InlineData("using var t = connection.BeginTransaction(); await connection.ExecuteAsync(\"SELECT pg_advisory_xact_lock(7)\");", "t.Commit();")]
    [InlineData("using var t = connection.BeginTransaction(); await connection.ExecuteAsync(\"LOCK TABLE audit_log IN EXCLUSIVE MODE\");", "t.Commit();")]
    [InlineData("using var t = connection.BeginTransaction(); await connection.ExecuteAsync(\"SELECT hash FROM chain_head WHERE id = 1 FOR UPDATE\");", "t.Commit();")]
    [InlineData("for (;;) try {", "return; } catch (PostgresException e) when (e.SqlState == \"23505\") { }")]
    public Task A_read_and_an_append_that_belong_together(string before, string after) => Accepts(Emit($$"""
        {{before}}
        var last = await connection.ExecuteScalarAsync<string>("{{Last}}");
        {{Append}}
        {{after}}
        """));

    [Fact]
    public Task One_statement() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit_log (prev, hash) SELECT hash, @hash FROM audit_log ORDER BY id DESC LIMIT 1", new { hash = Text(entry) });
        """));

    [Fact]
    public Task An_entry_that_is_chained_already() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit_log (prev, hash) VALUES (@prev, @hash)", new { prev = entry.PreviousHash.ToString(), hash = Text(entry) });
        """));

    [Fact]
    public Task A_read_of_another_table() => Accepts(Emit("""
        var last = await connection.ExecuteScalarAsync<string>("SELECT name FROM tenants ORDER BY id DESC LIMIT 1");
        await connection.ExecuteAsync("INSERT INTO audit_log (tenant, hash) VALUES (@last, @hash)", new { last, hash = Text(entry) });
        """));

    [Fact]
    public Task A_read_that_only_looks_for_the_entry() => Accepts(Emit("""
        var known = await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM audit_log WHERE hash = @hash", new { hash = Text(entry) });
        if (known > 0) return;
        await connection.ExecuteAsync(Insert, new { hash = Text(entry) });
        """));

    [Fact]
    public Task A_kept_hash_under_a_lock() => Accepts(Emit("""
        await mutex.WaitAsync(cancellationToken);
        try
        {
            var hash = Text(entry) + last;
            await connection.ExecuteAsync(Insert, new { hash });
            last = hash;
        }
        finally { mutex.Release(); }
        """, "string last = \"\";"));

    [Fact]
    public Task A_connection_that_is_opened_when_it_is_missing() => Accepts(Emit("""
        if (name == null) name = tenant.ToString();
        await connection.ExecuteAsync("INSERT INTO audit_log (hash) VALUES (@hash)", new { hash = Text(entry) });
        """, "string? name;"));

    const string Head = """
        var head = await [|redis.StringGetAsync("audit:head")|];
        await redis.ListRightPushAsync("audit:log", head + Text(entry));
        await redis.StringSetAsync("audit:head", Text(entry));
        """;

    [Fact]
    public Task A_head_under_its_own_key() => Flags(Emit(Head));

    [Fact]
    public Task A_head_under_its_own_key_in_a_lock_of_the_server() => Accepts(Emit($$"""
        if (!await redis.LockTakeAsync("audit:lock", "me", TimeSpan.FromSeconds(5))) throw new StorageException(StorageErrorKind.Conflict, "busy");
        try { {{Head.Replace("[|", "").Replace("|]", "")}} }
        finally { await redis.LockReleaseAsync("audit:lock", "me"); }
        """));

    [Fact]
    public Task A_semaphore_that_is_left_in_between() => Flags(Emit("""
        string previous;
        await mutex.WaitAsync(cancellationToken);
        try { previous = [|last|]; } finally { mutex.Release(); }
        await connection.ExecuteAsync(Insert, new { hash = previous + Text(entry) });
        await mutex.WaitAsync(cancellationToken);
        try { last = Text(entry); } finally { mutex.Release(); }
        """, "string last = \"\";"));

    [Fact]
    public Task A_semaphore_that_helpers_enter_and_leave() => Accepts(Emit("""
        await Enter();
        try { await connection.ExecuteAsync(Insert, new { hash = last + Text(entry) }); last = Text(entry); }
        finally { Leave(); }
        """, """
        string last = "";
        Task Enter() => mutex.WaitAsync();
        void Leave() => mutex.Release();
        """));
}
