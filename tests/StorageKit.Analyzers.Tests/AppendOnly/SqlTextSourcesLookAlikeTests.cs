using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1001, texts that look as if they changed rows, and do not.</summary>
public sealed class SqlTextSourcesLookAlikeTests() : StoreRuleTests(new SqlMustNotChangeStoredRows())
{
    [Fact]
    public Task An_array_of_statements_about_other_tables() => Accepts(Npgsql("""
        static readonly string[] Clean = ["ANALYZE audit_log", "DELETE FROM sessions WHERE ts < now()"];
        public async Task CleanAsync() { foreach (var text in Clean) await connection.ExecuteAsync(text); }
        """));

    [Fact]
    public Task The_element_at_a_constant_index() => Accepts(Npgsql("""
        static readonly string[] Texts = ["SELECT 1", "DELETE FROM audit_log"];
        public Task PingAsync() => connection.ExecuteAsync(Texts[0]);
        """));

    [Fact]
    public Task A_statement_that_is_logged_or_thrown() => Accepts(Npgsql("""
        public void Refuse(ILog other)
        {
            other.Warn("DELETE FROM audit_log WHERE id = 1 was refused");
            System.Console.WriteLine("DELETE FROM audit_log");
            throw new InvalidOperationException("UPDATE audit_log SET a = 1 is not for drivers");
        }
        """) + """
        public interface ILog { void Warn(string message); }
        """);

    [Fact]
    public Task A_text_that_is_compared() => Accepts(Npgsql("""
        public bool IsForbidden(string text) => text.StartsWith("DELETE FROM audit_log", StringComparison.Ordinal) || text == "TRUNCATE audit_log";
        """));

    [Fact]
    public Task Another_store_that_is_called() => Accepts(Npgsql("""
        readonly Sessions _sessions = new(connection);
        public Task ForgetAsync() => _sessions.ForgetAsync("audit_log");
        """) + """
        [StorageContract("sessions")] public interface ISessions { Task ForgetAsync(string table); }
        sealed class Sessions(NpgsqlConnection connection) : ISessions
        {
            public Task ForgetAsync(string table) => connection.ExecuteAsync($"DELETE FROM {table}");
        }
        """);

    [Fact]
    public Task A_helper_that_is_given_another_table() => Accepts(Npgsql("""
        public Task ForgetAsync() => Runs.ClearAsync(connection, "sessions");
        """) + """
        static class Runs
        {
            public static Task ClearAsync(NpgsqlConnection connection, string table) => connection.ExecuteAsync($"DELETE FROM {table}");
        }
        """);

    [Fact]
    public Task An_interface_with_two_implementations_is_not_followed() => Accepts(Npgsql("""
        public void Clear(ICleaner cleaner) => cleaner.Clear(connection);
        """) + """
        public interface ICleaner { void Clear(NpgsqlConnection connection); }
        sealed class Careful : ICleaner { public void Clear(NpgsqlConnection connection) { } }
        sealed class Careless : ICleaner { public void Clear(NpgsqlConnection connection) => connection.Execute("DELETE FROM audit_log"); }
        """);

    [Fact]
    public Task A_text_from_elsewhere() => Accepts(Npgsql("""
        public Task RunAsync(string text) => connection.ExecuteAsync(text);
        public Task RunAsync(IReadOnlyDictionary<string, string> texts) => connection.ExecuteAsync(texts["purge"]);
        """));

    [Fact]
    public Task A_builder_of_a_query() => Accepts(Npgsql("""
        public Task CountAsync(bool deleted)
        {
            var text = new System.Text.StringBuilder().Append("SELECT count(*) FROM audit_log");
            if (deleted)
                text.Append(" WHERE kind = 'DELETE FROM audit_log'");
            return connection.ExecuteAsync(text.ToString());
        }
        """));

    [Fact]
    public Task A_helper_that_calls_itself() => Accepts(Npgsql("""
        public Task CountAsync() => connection.ExecuteAsync(Texts.Repeat(3));
        """) + """
        static class Texts { public static string Repeat(int n) => n == 0 ? "SELECT 1" : Repeat(n - 1) + ";"; }
        """);
}
