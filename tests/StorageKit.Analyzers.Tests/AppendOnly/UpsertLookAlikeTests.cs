using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1002, code that looks alike and is correct.</summary>
public sealed class UpsertLookAlikeTests() : StoreRuleTests(new UpsertMustNotOverwriteRow())
{
    Task AcceptsInsert(string sql) => Accepts(Emit(
        $"await connection.ExecuteAsync(\"{sql}\", new {{ id = entry.EntryHash, p = entry.Payload }});"));

    [Fact]
    public Task Do_nothing() => AcceptsInsert("INSERT INTO audit VALUES (@id, @p) ON CONFLICT (id) DO NOTHING");

    [Fact]
    public Task Insert_or_ignore() => AcceptsInsert("INSERT OR IGNORE INTO audit VALUES (@id, @p)");

    [Fact]
    public Task MySql_insert_ignore() => AcceptsInsert("INSERT IGNORE INTO audit VALUES (@id, @p)");

    [Fact]
    public Task A_column_set_to_itself_changes_nothing() =>
        AcceptsInsert("INSERT INTO audit (id, p) VALUES (@id, @p) ON DUPLICATE KEY UPDATE id = id");

    [Fact]
    public Task A_qualified_column_set_to_itself_changes_nothing() =>
        AcceptsInsert("INSERT INTO audit AS a (id, p) VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET id = a.id");

    [Fact]
    public Task The_column_that_collided_set_to_the_callers_equal_value() =>
        AcceptsInsert("INSERT INTO audit VALUES (@id, @p) ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id RETURNING seq");

    [Fact]
    public Task Where_not_exists() =>
        AcceptsInsert("INSERT INTO audit SELECT @id, @p WHERE NOT EXISTS (SELECT 1 FROM audit WHERE id = @id)");

    [Fact]
    public Task A_merge_that_only_inserts() => AcceptsInsert(
        "MERGE INTO audit t USING (SELECT @id AS id) s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);");

    [Fact]
    public Task The_function_REPLACE_is_not_the_statement() =>
        AcceptsInsert("INSERT INTO audit VALUES (@id, REPLACE(@p, 'a', 'b'))");

    [Fact]
    public Task The_words_stand_in_the_payload() =>
        AcceptsInsert("INSERT INTO audit VALUES (@id, 'ON CONFLICT DO UPDATE SET p = 1')");

    [Fact]
    public Task The_chain_head_beside_the_log_is_upserted() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit VALUES (@p)", new { p = entry.Payload });
        await connection.ExecuteAsync("INSERT INTO heads VALUES (@s, @h) ON CONFLICT (s) DO UPDATE SET h = EXCLUDED.h", new { s = entry.SessionId, h = entry.EntryHash });
        """));

    [Fact]
    public Task A_counter_of_entries_beside_the_log_accumulates() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit VALUES (@p)", new { p = entry.Payload });
        await connection.ExecuteAsync("INSERT INTO counts VALUES (@a, 1) ON CONFLICT (a) DO UPDATE SET n = counts.n + 1", new { a = entry.AgentId });
        """));

    [Fact]
    public Task Sessions_of_a_class_with_two_contracts_are_overwritten() => Accepts("""
        using StorageKit;
        using Dapper;
        public class Both(System.Data.IDbConnection connection) : IAuditSink, ISessionStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT INTO audit_log VALUES (@p)", new { p = entry.Payload });
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT OR REPLACE INTO sessions VALUES (@d)", new { d = session });
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task A_session_store_alone_overwrites_by_contract() => Accepts("""
        using StorageKit;
        using Dapper;
        public class Sessions(System.Data.IDbConnection connection) : ISessionStore
        {
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT INTO s VALUES (@d) ON CONFLICT (d) DO UPDATE SET d = @d", new { d = session });
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);

    [Fact]
    public Task An_exempt_method_carries_its_reason() => Accepts(Npgsql("""
        [ContractExempt("SK1002", Because = "Imports restore rows that were damaged, under two pairs of eyes.")]
        public Task ImportAsync() => connection.ExecuteAsync("REPLACE INTO audit_log VALUES (1)");
        """));
}
