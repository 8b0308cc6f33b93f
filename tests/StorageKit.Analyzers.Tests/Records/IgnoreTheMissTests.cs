using StorageKit.Analyzers.Records;
using StorageKit.CodeFixes.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>The fix of SK3001: what it writes, and where it is not offered.</summary>
public sealed class IgnoreTheMissTests() : StoreRuleTests(new RemovalMustBeIdempotent())
{
    const string NotFound = """throw new StorageException(StorageErrorKind.NotFound, "none")""";
    const string Sql = "connection.ExecuteAsync(\"DELETE FROM sessions WHERE id = @id\", new { id })";

    CodeFixHarness Fix => new(Analyzer, new IgnoreTheMiss());

    [Theory]
    [InlineData($"if (!rows.TryRemove(id, out _)) [|{NotFound};|]", "rows.TryRemove(id, out _);")]
    [InlineData("if (rows.TryRemove(id, out _) == false) { [|throw new InvalidOperationException(id);|] }", "rows.TryRemove(id, out _);")]
    [InlineData($"if (!await redis.KeyDeleteAsync(id)) [|{NotFound};|]", "await redis.KeyDeleteAsync(id);")]
    [InlineData("if (await " + Sql + $" == 0) [|{NotFound};|]", "await " + Sql + ";")]
    [InlineData("if (await " + Sql + $" is 0) [|{NotFound};|]", "await " + Sql + ";")]
    [InlineData("if ((await " + Sql + $") < 1) [|{NotFound};|]", "await " + Sql + ";")]
    [InlineData(
        $"if (!rows.TryRemove(id, out _)) [|{NotFound};|] lock (gate) {{ if (!plain.Remove(id)) [|{NotFound};|] }}",
        "rows.TryRemove(id, out _); lock (gate) { plain.Remove(id); }")]
    public Task The_answer_of_the_removal(string before, string after) =>
        Fix.VerifyAsync(Sessions(delete: before), Sessions(delete: after));

    [Theory]
    [InlineData($"if (!rows.TryRemove(id, out var old)) [|{NotFound};|] Console.WriteLine(old);")]
    [InlineData($"if (!rows.ContainsKey(id)) [|{NotFound};|] rows.TryRemove(id, out _);")]
    [InlineData($"if (!rows.TryRemove(id, out _)) {{ Console.WriteLine(id); [|{NotFound};|] }}")]
    [InlineData($"if (rows.TryRemove(id, out _)) return; [|{NotFound};|]")]
    [InlineData($"lock (gate) if (!plain.Remove(id)) [|{NotFound};|]")]
    public Task Nothing_where_there_is_more_than_that(string statements) =>
        Fix.VerifyNoFixAsync(Sessions(delete: statements));
}
