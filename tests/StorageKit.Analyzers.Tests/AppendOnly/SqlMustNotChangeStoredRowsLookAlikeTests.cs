using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1001, code that looks alike and is correct.</summary>
public sealed class SqlMustNotChangeStoredRowsLookAlikeTests() : StoreRuleTests(new SqlMustNotChangeStoredRows())
{
    Task AcceptsCommand(string sql) =>
        Accepts(
            Npgsql(
                $"public void M() => new NpgsqlCommand(@\"{sql.Replace("\"", "\"\"", StringComparison.Ordinal)}\", "
                + "connection).ExecuteNonQuery();"));

    [Fact]
    public Task Insert_returning_adds() => AcceptsCommand("INSERT INTO audit_log VALUES (1) RETURNING id");

    [Fact]
    public Task On_conflict_do_nothing_keeps_the_stored_row() =>
        AcceptsCommand("INSERT INTO audit_log VALUES (1) ON CONFLICT (hash) DO NOTHING");

    [Fact]
    public Task Select_for_update_locks_and_changes_nothing() =>
        AcceptsCommand("SELECT tail FROM audit_log FOR UPDATE");

    [Fact]
    public Task The_word_stands_in_a_string() =>
        AcceptsCommand("INSERT INTO audit_log (action) VALUES ('DELETE FROM audit_log')");

    [Fact]
    public Task The_word_stands_in_a_comment() =>
        AcceptsCommand(
            "-- DELETE FROM audit_log is forbidden\nSELECT 1 /* UPDATE audit_log; /* TRUNCATE */ */ FROM audit_log");

    [Fact]
    public Task The_word_is_part_of_a_column() =>
        AcceptsCommand("SELECT updated_at, delete_reason, \"UPDATE\" FROM audit_log");

    [Fact]
    public Task Foreign_keys_say_on_delete() =>
        AcceptsCommand("CREATE TABLE audit_log (id int REFERENCES s(id) ON DELETE RESTRICT ON UPDATE CASCADE)");

    [Fact]
    public Task Revoking_the_right_protects_the_table() =>
        AcceptsCommand("REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM PUBLIC");

    [Fact]
    public Task A_trigger_that_refuses_changes_protects_the_table() =>
        AcceptsCommand(
            "CREATE TRIGGER t BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'no'); DELETE FROM audit_log; "
            + "END; SELECT 1");

    [Fact]
    public Task A_rule_that_does_nothing_instead_protects_the_table() =>
        AcceptsCommand("CREATE RULE r AS ON DELETE TO audit_log DO INSTEAD NOTHING");

    [Fact]
    public Task A_function_body_in_dollar_quotes_is_a_string() =>
        AcceptsCommand(
            "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN DELETE FROM audit_log; END $$ LANGUAGE plpgsql");

    [Fact]
    public Task The_chain_head_lives_in_a_table_of_its_own() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit_log VALUES (1)");
        await connection.ExecuteAsync("UPDATE chain_head SET tail = @t", new { t = 1 });
        """));

    [Fact]
    public Task An_upserted_chain_head_is_not_an_audit_table() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit_log VALUES (1)");
        await connection.ExecuteAsync("INSERT INTO chain_head VALUES (1, @t) ON CONFLICT (id) DO UPDATE SET tail = @t", new { t = 1 });
        await connection.ExecuteAsync("DELETE FROM chain_head WHERE id = 2");
        """));

    [Fact]
    public Task A_class_with_two_contracts_deletes_from_the_other_ones_table() => Accepts("""
        using StorageKit;
        using Dapper;
        public class Both(System.Data.IDbConnection connection) : IAuditSink, ISessionStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT INTO audit_log VALUES (1)");
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("UPDATE sessions SET data = @d", new { d = session });
            public async ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
                await connection.QuerySingleOrDefaultAsync<SessionRecord?>("SELECT * FROM sessions");
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("DELETE FROM sessions WHERE id = @session", new { session });
        }
        """);

    [Fact]
    public Task A_table_known_at_run_time_of_another_contract_is_not_judged() => Accepts("""
        using StorageKit;
        using Dapper;
        public class Both(System.Data.IDbConnection connection, string sessions) : IAuditSink, ISessionStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync("INSERT INTO audit_log VALUES (1)");
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
                await connection.ExecuteAsync($"DELETE FROM {sessions} WHERE id = @session", new { session });
        }
        """);

    [Fact]
    public Task A_class_without_a_contract_may_do_as_it_likes() => Accepts("""
        using Npgsql;
        public class RetentionJob(NpgsqlConnection connection)
        {
            public void Run() => new NpgsqlCommand("DELETE FROM audit_log", connection).ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task A_text_that_is_not_known_is_not_judged() => Accepts(Npgsql("""
        public void Run(string sql) => new NpgsqlCommand(sql, connection).ExecuteNonQuery();
        """));

    [Fact]
    public Task A_string_that_never_reaches_a_command_is_only_a_string() => Accepts(Npgsql("""
        public string Forbidden => "DELETE FROM audit_log";
        """));

    [Fact]
    public Task An_exempt_method_carries_its_reason() => Accepts(Npgsql("""
        [ContractExempt("SK1001", Because = "The law asks for removal after ten years.")]
        public void Purge() => new NpgsqlCommand("DELETE FROM audit_log", connection).ExecuteNonQuery();
        """));

    [Fact]
    public Task A_merge_that_only_inserts_adds() =>
        AcceptsCommand("MERGE INTO audit_log t USING n ON t.id = n.id WHEN NOT MATCHED THEN INSERT (id) VALUES (n.id)");

    [Fact]
    public Task A_constraint_that_is_dropped_takes_no_row_away() =>
        AcceptsCommand("ALTER TABLE audit_log DROP CONSTRAINT c");
}
