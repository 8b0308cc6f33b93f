using StorageKit.Analyzers.Records;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3010: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class ClientMustNotBeSharedTests() : StoreRuleTests(new ClientMustNotBeShared())
{
    static string Sessions(string parameters, string members, string delete, string attribute = "[StorageDriver(\"acme\")]") => $$"""
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;
        using StorageKit;

        public class Row { public int Id { get; set; } }
        public class Db : DbContext { public DbSet<Row> Rows => null!; }
        public interface IFactory { Db Make(); }
        public class Serial { public Task RunAsync(Func<Task> run) => run(); }
        {{attribute}}
        public class Sessions({{parameters}}) : ISessionStore
        {
            readonly object gate = new();
            readonly SemaphoreSlim mutex = new(1, 1);
            object All => (gate, mutex);
            {{members}}
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                {{delete}}
            }
            public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """;

    [Theory]
    [InlineData("NpgsqlConnection connection", "", "await [|connection|].ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("System.Data.IDbConnection connection", "", "await [|connection|].ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("SqliteConnection connection", "", "using var c = [|connection|].CreateCommand(); c.ExecuteNonQuery();")]
    [InlineData("NpgsqlConnection given", "readonly NpgsqlConnection _c = given;", "using var c = new NpgsqlCommand(\"DELETE FROM s\", [|_c|]); await c.ExecuteNonQueryAsync();")]
    [InlineData("Db db", "", "[|db|].Rows.Add(new Row()); await db.SaveChangesAsync();")]
    [InlineData("NpgsqlCommand command", "", "await [|command|].ExecuteNonQueryAsync();")]
    [InlineData("string text", "readonly NpgsqlConnection _c = new(text);", "await RunAsync(); async Task RunAsync() => await [|_c|].ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("NpgsqlConnection connection", "", "lock (gate) connection.Execute(\"DELETE FROM s\"); await [|connection|].ExecuteAsync(\"DELETE FROM t\");")]
    public Task A_client_that_all_callers_share(string parameters, string members, string delete) =>
        Flags(Sessions(parameters, members, delete));

    [Fact]
    public Task A_connection_that_a_class_makes_for_itself() => Flags(Sessions(
        "string text", "readonly NpgsqlConnection _c = new(text);", "await [|_c|].ExecuteAsync(\"DELETE FROM s\");", attribute: ""));

    [Theory]
    [InlineData("NpgsqlDataSource source", "", "await using var c = await source.OpenConnectionAsync(); await c.ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("string text", "", "using var c = new NpgsqlConnection(text); await c.ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("IFactory contexts", "", "var db = contexts.Make(); db.Rows.Add(new Row()); await db.SaveChangesAsync();")]
    [InlineData("SqliteConnection connection", "", "lock (gate) connection.Execute(\"DELETE FROM s\");")]
    [InlineData("SqliteConnection connection", "", "await mutex.WaitAsync(); try { await connection.ExecuteAsync(\"DELETE FROM s\"); } finally { mutex.Release(); }")]
    [InlineData("SqliteConnection connection, Serial serial", "", "await serial.RunAsync(() => connection.ExecuteAsync(\"DELETE FROM s\"));")]
    [InlineData("string text", "readonly NpgsqlConnection _keepOpen = new(text); public void Dispose() => _keepOpen.Dispose();", "using var c = new NpgsqlConnection(text); await c.ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("NpgsqlConnection connection", "", "ArgumentNullException.ThrowIfNull(connection);")]
    public Task A_client_of_each_call_or_under_a_lock(string parameters, string members, string delete) =>
        Accepts(Sessions(parameters, members, delete));

    [Theory]
    [InlineData("NpgsqlConnection connection", "await connection.ExecuteAsync(\"DELETE FROM s\");")]
    [InlineData("Db db", "db.Rows.Add(new Row()); await db.SaveChangesAsync();")]
    public Task A_class_that_a_container_may_make_for_each_request(string parameters, string delete) =>
        Accepts(Sessions(parameters, "", delete, attribute: ""));
}
