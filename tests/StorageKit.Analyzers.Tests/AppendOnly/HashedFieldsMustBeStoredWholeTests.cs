using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1017: fields that lose something on their way to the store, and fields that only seem to.</summary>
public sealed class HashedFieldsMustBeStoredWholeTests() : StoreRuleTests(new HashedFieldsMustBeStoredWhole())
{
    const string Members = """
        static string Short(string text) => text.Length > 100 ? text.Substring(0, 100) : text;
        static string ShortMarked(string text) => text.Length > 100 ? [|text.Substring(0, 100)|] : text;
        """;

    static string With(string statements) => Emit(
        statements,
        statements.Contains("ShortMarked", StringComparison.Ordinal) ? Members : Members.Replace("[|", "").Replace("|]", ""));

    static string Insert(string columns) =>
        $"await connection.ExecuteAsync(\"INSERT INTO audit_log (hash, a, b) VALUES (@hash, @a, @b)\", new {{ hash = entry.EntryHash, {columns} }});";

    [Theory]
    [InlineData("a = [|entry.TimestampNs / 1_000_000|], b = entry.Payload")]
    [InlineData("a = DateTimeOffset.FromUnixTimeMilliseconds((long)([|entry.TimestampNs / 1_000_000|])), b = entry.Payload")]
    [InlineData("a = DateTimeOffset.UnixEpoch.AddTicks((long)([|entry.TimestampNs / 100|])), b = entry.Payload")]
    [InlineData("a = entry.TimestampNs, b = [|entry.Payload.Substring(0, 100)|]")]
    [InlineData("a = entry.TimestampNs, b = [|entry.Payload[..100]|]")]
    [InlineData("a = entry.TimestampNs, b = [|entry.Payload.Remove(100)|]")]
    public Task A_field_that_is_cut_in_a_row(string columns) => Flags(With(Insert(columns)));

    [Theory]
    [InlineData("var ms = [|entry.TimestampNs / 1_000_000|]; await redis.ListRightPushAsync(\"audit\", $\"{ms} {entry.Payload}\");")]
    [InlineData("var ns = entry.TimestampNs; var ms = [|ns / 1_000_000|]; await redis.ListRightPushAsync(\"audit\", $\"{ms} {entry.Payload}\");")]
    [InlineData("await File.AppendAllTextAsync(\"audit\", $\"{[|entry.TimestampNs / 1000|]} {entry.Payload}\", cancellationToken);")]
    [InlineData("db.Rows.Add(new AuditRow(null!) { Hash = $\"{[|entry.TimestampNs / 1000|]}\" }); await db.SaveChangesAsync(cancellationToken);")]
    public Task A_field_that_is_cut_on_its_way(string statements) => Flags(With(statements));

    [Theory]
    [InlineData("a = entry.TimestampNs, b = entry.Payload")]
    [InlineData("a = (long)entry.TimestampNs, b = entry.Payload")]
    [InlineData("a = DateTimeOffset.FromUnixTimeMilliseconds((long)(entry.TimestampNs / 1_000_000)), b = entry.ToJson()")]
    [InlineData("a = entry.TimestampNs / 1_000_000, b = entry.TimestampNs")]
    [InlineData("a = entry.TimestampNs / 1_000_000, b = Text(entry)")]
    [InlineData("a = entry.TimestampNs / 1, b = entry.Payload")]
    [InlineData("a = entry.Seq / 100, b = entry.Payload")]
    [InlineData("a = entry.EntryHash.ToString().Substring(0, 8), b = entry.Payload")]
    [InlineData("a = entry.Payload[..100], b = entry.Payload")]
    public Task A_row_that_keeps_them(string columns) => Accepts(With(Insert(columns)));

    [Theory]
    [InlineData("logger.LogInformation(\"{Time}\", entry.TimestampNs / 1_000_000); await redis.ListRightPushAsync(\"audit\", entry.ToJson());")]
    [InlineData("logger.LogInformation(\"{Time} {Text}\", entry.TimestampNs / 1_000_000, Short(entry.Payload)); await redis.ListRightPushAsync(\"audit\", $\"{entry.TimestampNs} {entry.Payload}\");")]
    [InlineData("var day = entry.TimestampNs / 86_400_000_000_000; await File.AppendAllTextAsync($\"audit-{day}\", entry.ToJson(), cancellationToken);")]
    [InlineData("lock (gate) entries.Add(entry);")]
    public Task A_sink_that_keeps_them(string statements) => Accepts(With(statements));
}
