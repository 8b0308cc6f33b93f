using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1016: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class OrderMustRestOnASequenceTests() : StoreRuleTests(new OrderMustRestOnASequence())
{
    static string Reading(string sql) => Emit("await connection.ExecuteAsync(Insert, new { hash = Text(entry) });", $$"""
        public async Task<string> ReadAsync() => await connection.ExecuteScalarAsync<string>("{{sql}}");
        """);

    static string Querying(string query) => Emit(
        "db.Stamped.Add(new Stamped { Hash = Text(entry) }); await db.SaveChangesAsync(cancellationToken);",
        $"public object Read() => {query};")
        .Replace("public DbSet<AuditRow> Rows => null!;", "public DbSet<AuditRow> Rows => null!; public DbSet<Stamped> Stamped => null!; public DbSet<Session> Sessions => null!;")
        + """

        public class Stamped { public int Id { get; set; } public string Hash { get; set; } = ""; public DateTimeOffset Written { get; set; } }
        public class Session { public DateTimeOffset Written { get; set; } }
        """;

    [Theory]
    [InlineData("SELECT body FROM audit_log ORDER BY [|created_at|]")]
    [InlineData("SELECT body FROM audit_log WHERE agent = 1 ORDER BY [|ts|] DESC LIMIT 10")]
    [InlineData("SELECT body FROM audit_log ORDER BY audit_log.[|timestamp|] ASC NULLS LAST FETCH FIRST 5 ROWS ONLY")]
    [InlineData("SELECT body FROM audit_log a ORDER BY a.[|EventTime|] OFFSET 5")]
    public Task SQL_that_orders_by_a_time(string sql) => Flags(Reading(sql));

    [Theory]
    [InlineData("[|db.Stamped.OrderBy(row => row.Written)|].ToList()")]
    [InlineData("[|db.Stamped.Where(row => row.Id > 3).OrderByDescending(row => row.Written)|].Take(9)")]
    [InlineData("[|entries.OrderBy(one => one.TimestampNs)|].ToList()")]
    public Task A_query_that_orders_by_a_time(string query) => Flags(Querying(query));

    [Theory]
    [InlineData("SELECT body FROM audit_log ORDER BY seq")]
    [InlineData("SELECT body FROM audit_log ORDER BY created_at, seq")]
    [InlineData("SELECT body FROM audit_log ORDER BY date_trunc('day', created_at)")]
    [InlineData("SELECT count(*) FROM audit_log")]
    [InlineData("SELECT name FROM tenants ORDER BY created_at")]
    public Task SQL_that_does_not(string sql) => Accepts(Reading(sql));

    [Theory]
    [InlineData("db.Stamped.OrderBy(row => row.Id).ToList()")]
    [InlineData("db.Stamped.OrderBy(row => row.Written).ThenBy(row => row.Id).ToList()")]
    [InlineData("db.Sessions.OrderBy(row => row.Written).ToList()")]
    [InlineData("entries.OrderBy(one => one.Seq).ToList()")]
    public Task A_query_that_does_not(string query) => Accepts(Querying(query));
}
