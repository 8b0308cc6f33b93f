using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1001, the many ways in which a text comes to a database.</summary>
public sealed class SqlTextSourcesTests() : StoreRuleTests(new SqlMustNotChangeStoredRows())
{
    [Fact]
    public Task An_element_of_an_array_that_is_looped_over() => Flags(Npgsql("""
        static readonly string[] Clean = ["ANALYZE audit_log", "DELETE FROM audit_log WHERE ts < now()"];
        public async Task CleanAsync() { foreach (var text in Clean) await connection.ExecuteAsync([|text|]); }
        """));

    [Fact]
    public Task An_array_made_in_the_loop() => Flags(Npgsql("""
        public async Task CleanAsync()
        {
            foreach (var step in new[] { "VACUUM", "[|TRUNCATE audit_log|]" })
            {
                await using var c = new NpgsqlCommand(step, connection);
                await c.ExecuteNonQueryAsync();
            }
        }
        """));

    [Fact]
    public Task A_list_in_a_local_that_is_indexed() => Flags(Npgsql("""
        public async Task CleanAsync()
        {
            var steps = new List<string> { "SELECT 1", "[|DELETE FROM audit_log|]" };
            for (var i = 0; i < steps.Count; i++)
                await connection.ExecuteAsync(steps[i]);
        }
        """));

    [Fact]
    public Task Statements_that_are_joined() => Flags(Npgsql("""
        public Task CleanAsync() => connection.ExecuteAsync(string.Join("; ", "DROP INDEX x", "[|DELETE FROM audit_log|]"));
        """));

    [Fact]
    public Task An_array_that_is_joined() => Flags(Npgsql("""
        static readonly string[] Lines = { "DELETE", "FROM audit_log", "WHERE ts < now()" };
        public Task CleanAsync() => connection.ExecuteAsync([|string.Join(' ', Lines)|]);
        """));

    [Fact]
    public Task An_array_that_is_concatenated() => Flags(Npgsql("""
        public Task CleanAsync() => connection.ExecuteAsync([|string.Concat(new[] { "DELETE FROM ", "audit_log" })|]);
        """));

    [Fact]
    public Task A_method_of_another_class() => Flags(Npgsql("""
        public Task CleanAsync() => connection.ExecuteAsync([|Statements.Purge("audit_log")|]);
        """) + """
        static class Statements { public static string Purge(string table) => $"DELETE FROM {table} WHERE ts < now()"; }
        """);

    [Fact]
    public Task A_property_of_another_class() => Flags(Npgsql("""
        public Task CleanAsync() => connection.ExecuteAsync([|Statements.Purge|]);
        """) + """
        static class Statements { public static string Purge { get; } = "DELETE FROM audit_log"; }
        """);

    [Fact]
    public Task A_constant_of_another_class() => Flags(Npgsql("""
        public Task CleanAsync() => connection.ExecuteAsync([|Statements.Purge|]);
        """) + """
        static class Statements { public const string Table = "audit_log"; public const string Purge = $"DELETE FROM {Table}"; }
        """);

    [Fact]
    public Task A_method_of_an_own_object() => Flags(Npgsql("""
        readonly Statements _statements = new();
        public Task CleanAsync() => connection.ExecuteAsync([|_statements.Purge()|]);
        """) + """
        sealed class Statements { public string Purge() { var table = "audit_log"; return "DELETE FROM " + table; } }
        """);

    [Fact]
    public Task A_switch_expression() => Flags(Npgsql("""
        public Task MarkAsync(int kind) => connection.ExecuteAsync(kind switch
        {
            0 => "SELECT 1",
            1 => "[|UPDATE audit_log|] SET seen = true",
            _ => "SELECT 2",
        });
        """));

    [Fact]
    public Task A_switch_statement_that_sets_a_local() => Flags(Npgsql("""
        public Task MarkAsync(int kind)
        {
            string text;
            switch (kind)
            {
                case 0: text = "SELECT 1"; break;
                default: text = "[|UPDATE audit_log|] SET seen = true"; break;
            }
            return connection.ExecuteAsync(text);
        }
        """));

    [Fact]
    public Task A_batch_command_made_with_its_text() => Flags(Npgsql("""
        public async Task CleanAsync()
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("[|DELETE FROM audit_log|]") } };
            batch.BatchCommands.Add(new("[|UPDATE audit_log|] SET a = 1"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("[|TRUNCATE audit_log|]"));
            await batch.ExecuteNonQueryAsync();
        }
        """));

    [Fact]
    public Task A_batch_command_that_gets_its_text() => Flags(Npgsql("""
        public async Task CleanAsync(System.Data.Common.DbConnection any)
        {
            await using var batch = any.CreateBatch();
            var command = batch.CreateBatchCommand();
            command.CommandText = "[|DELETE FROM audit_log|]";
            batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync();
        }
        public void Mark() => _ = new NpgsqlBatchCommand { CommandText = "[|UPDATE audit_log|] SET a = 1" };
        """));

    [Fact]
    public Task A_command_definition_in_a_local() => Flags(Npgsql("""
        public Task ClearAsync(CancellationToken token)
        {
            var command = new CommandDefinition(commandText: "[|DELETE FROM audit_log|]", cancellationToken: token);
            return connection.ExecuteAsync(command);
        }
        """));

    [Fact]
    public Task A_raw_literal_with_holes() => Flags(Npgsql(""""
        const string Table = "audit_log";
        public Task ClearAsync(string schema) => connection.ExecuteAsync([|$"""
            -- keep a year
            DELETE FROM {schema}.{Table}
            WHERE ts < now() - interval '1 year'
            """|]);
        """"));

    [Fact]
    public Task The_clients_of_SQL_Server_and_MySQL() => Flags(Npgsql("""
        public void A(Microsoft.Data.SqlClient.SqlConnection c) => new Microsoft.Data.SqlClient.SqlCommand("[|DELETE TOP (100) FROM audit_log|]", c).ExecuteNonQuery();
        public void B(System.Data.SqlClient.SqlConnection c) => new System.Data.SqlClient.SqlCommand("[|UPDATE [dbo].[audit_log]|] SET a = 1", c).ExecuteNonQuery();
        public void C(MySqlConnector.MySqlConnection c) => new MySqlConnector.MySqlCommand("[|DELETE FROM `audit_log`|]", c).ExecuteNonQuery();
        public void D(System.Data.IDbConnection c) { using var m = c.CreateCommand(); m.CommandText = "[|TRUNCATE TABLE audit_log|]"; m.ExecuteNonQuery(); }
        """));

    [Fact]
    public Task A_helper_of_the_authors_own_outside_the_class() => Flags(Npgsql("""
        readonly Database _database = new(source);
        public Task ClearAsync() => _database.ExecAsync("[|DELETE FROM audit_log|] WHERE ts < @before", new { before = 1 });
        """).Replace("[|DELETE FROM audit_log|]", "DELETE FROM audit_log") + """
        sealed class Database(NpgsqlDataSource source)
        {
            public async Task ExecAsync(string sql, object args)
            {
                await using var command = source.CreateCommand([|sql|]);
                await command.ExecuteNonQueryAsync();
            }
        }
        """);

    [Fact]
    public Task An_extension_method_of_the_authors_own() => Flags(Npgsql("""
        public Task ClearAsync() => connection.RunAsync("DELETE FROM audit_log WHERE ts < @before", new { before = 1 });
        """) + """
        static class Runs
        {
            public static Task RunAsync(this NpgsqlConnection connection, string sql, object args) => connection.ExecuteAsync([|sql|], args);
        }
        """);

    [Fact]
    public Task A_helper_behind_an_interface_with_one_implementation() => Flags("""
        using StorageKit;
        using Dapper;
        public interface IExecutor { Task ExecAsync(string sql, object? args = null); }
        public sealed class Executor(Npgsql.NpgsqlConnection connection) : IExecutor
        {
            public Task ExecAsync(string sql, object? args = null) => connection.ExecuteAsync([|sql|], args);
        }
        public class AcmeAudit(IExecutor db) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await db.ExecAsync("INSERT INTO audit_log VALUES (@h)", new { h = entry.EntryHash });
            public Task TrimAsync() => db.ExecAsync("DELETE FROM audit_log WHERE id < 10");
        }
        """);

    [Fact]
    public Task A_text_built_in_a_StringBuilder() => Flags(Npgsql("""
        public Task PurgeAsync(bool all)
        {
            var text = new System.Text.StringBuilder("DELETE FROM ");
            text.Append("audit_log");
            if (!all)
                text.Append(" WHERE ts < now()");
            return connection.ExecuteAsync([|text.ToString()|]);
        }
        """));

    [Fact]
    public Task A_text_that_grows_in_a_local() => Flags(Npgsql("""
        public Task PurgeAsync(bool all)
        {
            var text = "DELETE FROM ";
            text += "audit_log";
            if (!all)
                text += " WHERE ts < now()";
            return connection.ExecuteAsync([|text|]);
        }
        """));

    [Fact]
    public Task A_field_that_the_constructor_sets() => Flags("""
        using StorageKit;
        using Npgsql;
        public class AcmeAudit : IAuditSink
        {
            readonly NpgsqlConnection _connection;
            readonly string _insert;
            readonly string _delete;
            public AcmeAudit(NpgsqlConnection connection, string schema)
            {
                _connection = connection;
                _insert = $"INSERT INTO {schema}.audit_log VALUES (1)";
                _delete = $"DELETE FROM {schema}.audit_log WHERE id < 10";
            }
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await new NpgsqlCommand(_insert, _connection).ExecuteNonQueryAsync();
            public void Trim() => new NpgsqlCommand([|_delete|], _connection).ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task A_command_that_is_kept_in_a_field() => Flags("""
        using StorageKit;
        using Npgsql;
        public class AcmeAudit(NpgsqlConnection connection) : IAuditSink
        {
            readonly NpgsqlCommand _delete = new("[|DELETE FROM audit_log|]", connection);
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await new NpgsqlCommand("INSERT INTO audit_log VALUES (1)", connection).ExecuteNonQueryAsync();
            public void Trim() => _delete.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Commands_that_the_constructor_prepares() => Flags("""
        using StorageKit;
        using Npgsql;
        public sealed class AcmeAudit : IAuditSink
        {
            readonly NpgsqlCommand _insert, _delete;
            public AcmeAudit(NpgsqlConnection connection)
            {
                _insert = new NpgsqlCommand("INSERT INTO audit_log VALUES (@h)", connection);
                _delete = new NpgsqlCommand("[|DELETE FROM audit_log|]", connection);
            }
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await _insert.ExecuteNonQueryAsync();
            public void Trim() => _delete.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task A_mapper_that_no_table_knows() => Flags("""
        using StorageKit;
        public interface IDb { Task<int> ExecAsync(string statement, params object[] values); }
        public class A : IDb { public Task<int> ExecAsync(string statement, params object[] values) => null!; }
        public class B : IDb { public Task<int> ExecAsync(string statement, params object[] values) => null!; }
        public sealed class AcmeAudit(IDb db) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await db.ExecAsync("INSERT INTO audit_log VALUES (?)", entry.EntryHash);
            public Task TrimAsync() => db.ExecAsync("[|DELETE FROM audit_log|] WHERE id < 10");
        }
        """);

    [Fact]
    public Task Overloads_of_Dapper_and_of_EF() => Flags(Npgsql("""
        public Task<int> A() => connection.QuerySingleAsync<int>("[|DELETE FROM audit_log|] RETURNING 1");
        public Task<int> B() => connection.ExecuteScalarAsync<int>(new CommandDefinition("[|UPDATE audit_log|] SET a = 1"));
        public int C() => connection.Execute("[|DELETE FROM audit_log|]");
        public Task D() => SqlMapper.ExecuteAsync(connection, "[|TRUNCATE audit_log|]");
        public int E() => db.Database.ExecuteSqlRaw("[|DELETE FROM audit_log|] WHERE id < {0}", 1);
        public int F(int id) => db.Database.ExecuteSqlInterpolated($"[|DELETE FROM audit_log|] WHERE id < {id}");
        public Task G() => RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql: "[|DELETE FROM audit_log|]");
        """));
}
