using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1001, code that breaks the rule.</summary>
public sealed class SqlMustNotChangeStoredRowsTests() : StoreRuleTests(new SqlMustNotChangeStoredRows())
{
    [Fact]
    public Task A_delete_in_a_command_constructor() => Flags(Npgsql("""
        public Task PurgeAsync() => new NpgsqlCommand("[|DELETE FROM audit_log|] WHERE ts < now()", connection).ExecuteNonQueryAsync();
        """));

    [Fact]
    public Task An_update_in_CommandText() => Flags(Npgsql("""
        public void Redact() { var c = connection.CreateCommand(); c.CommandText = "[|UPDATE audit_log|] SET payload = NULL"; c.ExecuteNonQuery(); }
        """));

    [Fact]
    public Task A_truncate_through_Dapper() => Flags(Npgsql("""
        public Task ClearAsync() => connection.ExecuteAsync("[|TRUNCATE TABLE audit_log|]");
        """));

    [Fact]
    public Task A_Dapper_command_definition() => Flags(Npgsql("""
        public Task ClearAsync() => connection.ExecuteAsync(new CommandDefinition("[|delete from public.audit_log|]"));
        """));

    [Fact]
    public Task A_drop_through_EF_raw_SQL() => Flags(Npgsql("""
        public Task ClearAsync() => db.Database.ExecuteSqlRawAsync("[|DROP TABLE IF EXISTS audit_log|]");
        """));

    [Fact]
    public Task An_interpolated_EF_statement() => Flags(Npgsql("""
        public Task PurgeAsync(DateTime before) => db.Database.ExecuteSqlAsync($"[|DELETE FROM audit_log|] WHERE ts < {before}");
        """));

    [Fact]
    public Task A_text_in_a_constant_is_reported_where_it_is_used() => Flags(Npgsql("""
        const string Purge = "DELETE FROM audit_log";
        public Task PurgeAsync() => new NpgsqlCommand([|Purge|], connection).ExecuteNonQueryAsync();
        """));

    [Fact]
    public Task A_text_in_a_static_readonly_field() => Flags(Npgsql("""
        static readonly string Purge = "DELETE FROM " + "audit_log";
        public Task PurgeAsync() => new NpgsqlCommand([|Purge|], connection).ExecuteNonQueryAsync();
        """));

    [Fact]
    public Task A_text_from_string_Format() => Flags(Npgsql("""
        public Task PurgeAsync() => new NpgsqlCommand([|string.Format("UPDATE {0} SET {1} = 1", "audit_log", "hidden")|], connection).ExecuteNonQueryAsync();
        """));

    [Fact]
    public Task One_arm_of_a_conditional() => Flags(Npgsql("""
        public Task SaveAsync(bool isNew) => connection.ExecuteAsync(isNew ? "INSERT INTO audit_log VALUES (1)" : "[|UPDATE audit_log|] SET a = 1");
        """));

    [Fact]
    public Task A_text_handed_to_a_private_helper() => Flags(Npgsql("""
        public Task PurgeAsync() => RunAsync("[|DELETE FROM audit_log|]");
        Task RunAsync(string sql) { var c = new NpgsqlCommand(); c.CommandText = sql; return c.ExecuteNonQueryAsync(); }
        """).Replace("[|DELETE FROM audit_log|]", "DELETE FROM audit_log").Replace("c.CommandText = sql", "c.CommandText = [|sql|]"));

    [Fact]
    public Task A_data_changing_CTE() => Flags(Npgsql(""""
        public Task ArchiveAsync() => connection.ExecuteAsync("""
            WITH old AS ([|DELETE FROM audit_log|] WHERE ts < now() RETURNING *)
            INSERT INTO archive SELECT * FROM old
            """);
        """").Replace("[|DELETE FROM audit_log|]", "DELETE FROM audit_log").Replace("ExecuteAsync(\"\"\"", "ExecuteAsync([|\"\"\"").Replace("    \"\"\");", "    \"\"\"|]);"));

    [Fact]
    public Task The_second_of_two_statements() => Flags(Npgsql("""
        public Task SaveAsync() => connection.ExecuteAsync("INSERT INTO audit_log VALUES (1); [|DELETE FROM audit_log|] WHERE id < 5");
        """));

    [Fact]
    public Task A_merge_over_matched_rows() => Flags(Npgsql("""
        public Task SaveAsync() => connection.ExecuteAsync("[|MERGE INTO audit_log|] t USING n ON t.id = n.id WHEN MATCHED THEN UPDATE SET a = n.a");
        """));

    [Fact]
    public Task A_column_that_is_dropped_or_a_partition_that_is_detached() => Flags(Npgsql("""
        public Task ShrinkAsync() => connection.ExecuteAsync("[|ALTER TABLE audit_log|] DROP COLUMN payload");
        public Task DetachAsync() => connection.ExecuteAsync("[|ALTER TABLE audit_log|] DETACH PARTITION audit_2020");
        """));

    [Fact]
    public Task A_table_that_both_statements_take_from_the_same_field() => Flags("""
        using StorageKit;
        using Npgsql;
        public class AcmeAudit(NpgsqlConnection connection, string table) : IAuditSink
        {
            readonly string _table = table;
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await new NpgsqlCommand($"INSERT INTO {_table} VALUES (1)", connection).ExecuteNonQueryAsync();
            public void Trim() => new NpgsqlCommand([|$"DELETE FROM {_table} WHERE id < 10"|], connection).ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task An_update_in_the_member_itself_when_nothing_is_inserted() => Flags(Emit("""
        await connection.ExecuteAsync("[|UPDATE log_document|] SET entries = entries || @e", new { e = 1 });
        """));

    [Fact]
    public Task A_helper_in_a_base_class() => Flags("""
        using StorageKit;
        using Npgsql;
        public abstract class SqlBase(NpgsqlConnection connection)
        {
            protected NpgsqlConnection Connection => connection;
            public void Trim() => new NpgsqlCommand("[|DELETE FROM audit_log|]", connection).ExecuteNonQuery();
        }
        public class AcmeAudit(NpgsqlConnection c) : SqlBase(c), IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await new NpgsqlCommand("INSERT INTO audit_log VALUES (1)", Connection).ExecuteNonQueryAsync();
        }
        """);

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using StorageKit;
        using Dapper;
        [StorageContract("ledger")]
        public interface ILedger { [AppendOnly] Task PostAsync(long amount); Task<long> BalanceAsync(); }
        public class SqlLedger(System.Data.IDbConnection connection) : ILedger
        {
            public async Task PostAsync(long amount)
            {
                await connection.ExecuteAsync("INSERT INTO postings VALUES (@amount)", new { amount });
                await connection.ExecuteAsync("[|DELETE FROM postings|] WHERE amount = 0");
            }
            public Task<long> BalanceAsync() => connection.ExecuteScalarAsync<long>("SELECT sum(amount) FROM postings");
        }
        """);
}
