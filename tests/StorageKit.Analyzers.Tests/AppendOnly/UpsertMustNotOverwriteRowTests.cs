using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1002, code that breaks the rule, and what its fix writes.</summary>
public sealed class UpsertMustNotOverwriteRowTests() : StoreRuleTests(new UpsertMustNotOverwriteRow())
{
    CodeFixHarness Fix => new(Analyzer, new ApplyTextEdit());

    static string Insert(string sql) => Emit($"""
        await using var c = new NpgsqlCommand("{sql}", connection);
        c.Parameters.AddWithValue("id", entry.Seq); c.Parameters.AddWithValue("p", entry.Payload);
        await c.ExecuteNonQueryAsync(cancellationToken);
        """);

    [Fact]
    public Task On_conflict_do_update() =>
        Flags(Insert("[|INSERT INTO audit|] VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET p = EXCLUDED.p"));

    [Fact]
    public Task Sqlite_insert_or_replace() => Flags(Insert("[|INSERT OR REPLACE INTO audit|] VALUES (@id, @p)"));

    [Fact]
    public Task Replace_into() => Flags(Insert("[|REPLACE INTO audit|] (id, p) VALUES (@id, @p)"));

    [Fact]
    public Task MySql_on_duplicate_key_update() =>
        Flags(Insert("[|INSERT INTO audit|] VALUES (@id, @p) ON DUPLICATE KEY UPDATE p = VALUES(p)"));

    [Fact]
    public Task MySql_8_names_the_callers_row() =>
        Flags(Insert("[|INSERT INTO audit|] (id, p) VALUES (@id, @p) AS new ON DUPLICATE KEY UPDATE p = new.p"));

    [Fact]
    public Task A_merge_that_inserts_or_updates() => Flags(Insert(
        "[|MERGE INTO audit|] t USING (SELECT @id AS id, @p AS p) s ON t.id = s.id "
        + "WHEN MATCHED THEN UPDATE SET p = s.p WHEN NOT MATCHED THEN INSERT (id, p) VALUES (s.id, s.p);"));

    [Fact]
    public Task Only_one_of_two_assignments_is_idle() => Flags(Insert(
        "[|INSERT INTO audit|] VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id, p = EXCLUDED.p"));

    [Fact]
    public Task The_callers_value_of_a_column_that_did_not_collide() =>
        Flags(Insert("[|INSERT INTO audit|] VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET seq = EXCLUDED.seq"));

    [Fact]
    public Task Dapper_with_an_object() => Flags(Emit("""
        await connection.ExecuteAsync("[|INSERT INTO audit|] VALUES (@Hash, @Json) ON CONFLICT (hash) DO UPDATE SET json = @Json",
            new { Hash = entry.EntryHash, Json = entry.ToJson() });
        """));

    [Fact]
    public Task A_helper_that_is_given_the_entry() => Flags(Emit(
        "await SaveAsync(entry);",
        """
        async Task SaveAsync(AuditEntry e) => await connection.ExecuteAsync("[|REPLACE INTO audit|] VALUES (@Json)", new { Json = e.ToJson() });
        """));

    [Fact]
    public Task An_upsert_beside_a_plain_insert_into_another_table() => Flags(Emit("""
        await connection.ExecuteAsync("INSERT INTO sessions_seen VALUES (@id) ON CONFLICT DO NOTHING", new { id = entry.SessionId });
        await connection.ExecuteAsync("[|INSERT OR REPLACE INTO audit|] VALUES (@json)", new { json = entry.ToJson() });
        """));

    [Fact]
    public Task Another_method_upserts_the_table_that_entries_go_to() => Flags(Npgsql("""
        public Task ImportAsync(string hash) => connection.ExecuteAsync("[|INSERT INTO audit_log|] VALUES (@hash) ON CONFLICT (hash) DO UPDATE SET imported = true", new { hash });
        """));

    [Fact]
    public Task A_lambda_and_a_local_function() => Flags(Emit("""
        Func<Task> write = () => connection.ExecuteAsync("[|REPLACE INTO audit|] VALUES (@p)", new { p = entry.Payload });
        await write();
        await Again();
        Task Again() => connection.ExecuteAsync("[|INSERT OR REPLACE INTO audit|] VALUES (@p)", new { p = entry.Payload });
        """));

    [Fact]
    public Task The_fix_does_nothing_on_conflict() => Fix.VerifyAsync(
        Insert("[|INSERT INTO audit|] VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET p = EXCLUDED.p"),
        Insert("INSERT INTO audit VALUES (@id, @p) ON CONFLICT (id) DO NOTHING"));

    [Fact]
    public Task The_fix_of_SQLites_form_ignores_the_new_row() => Fix.VerifyAsync(
        Insert("[|INSERT OR REPLACE INTO audit|] VALUES (@id, @p)"),
        Insert("INSERT OR IGNORE INTO audit VALUES (@id, @p)"));

    [Fact]
    public Task There_is_no_fix_where_RETURNING_would_return_nothing() => Fix.VerifyNoFixAsync(
        Insert("[|INSERT INTO audit|] VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET p = @p RETURNING id"));

    [Fact]
    public Task There_is_no_fix_for_a_text_that_stands_elsewhere() => Fix.VerifyNoFixAsync(Emit(
        "await connection.ExecuteAsync([|Sql|], new { p = entry.Payload });",
        "const string Sql = \"INSERT OR REPLACE INTO audit VALUES (@p)\";"));
}
