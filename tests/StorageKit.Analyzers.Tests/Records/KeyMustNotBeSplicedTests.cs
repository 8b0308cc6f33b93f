using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3006, code that breaks the rule.</summary>
public sealed class KeyMustNotBeSplicedTests() : StoreRuleTests(new KeyMustNotBeSpliced())
{
    [Theory]
    [InlineData("""await [|connection.ExecuteAsync($"DELETE FROM secrets WHERE k = '{key}'")|];""")]
    [InlineData("""await [|connection.ExecuteAsync("DELETE FROM secrets WHERE k = '" + key + "'")|];""")]
    [InlineData("""var sql = string.Format("DELETE FROM secrets WHERE k = '{0}'", key); await [|connection.ExecuteAsync(sql)|];""")]
    [InlineData("""using var command = [|new NpgsqlCommand($"DELETE FROM secrets WHERE k = '{key.Trim()}'", connection)|]; await command.ExecuteNonQueryAsync();""")]
    [InlineData("""using var command = connection.CreateCommand(); [|command.CommandText = $"DELETE FROM secrets WHERE k = '{key}'"|]; command.ExecuteNonQuery();""")]
    [InlineData("""await [|db.Database.ExecuteSqlRawAsync($"DELETE FROM secrets WHERE k = '{key}'")|];""")]
    [InlineData("""if (string.IsNullOrEmpty(key)) throw new ArgumentException("empty"); await [|connection.ExecuteAsync($"DELETE FROM secrets WHERE k = '{key}'")|];""")]
    [InlineData("""await [|redis.ScriptEvaluateAsync($"return redis.call('DEL', '{key}')")|];""")]
    [InlineData("""var script = "return redis.call('DEL', '" + key + "')"; await [|redis.ScriptEvaluateAsync(script)|];""")]
    [InlineData("""[|File.Delete(Path.Combine("secrets", key))|];""")]
    [InlineData("""var path = Path.Combine("secrets", key + ".bin"); if ([|File.Exists(path)|]) [|File.Delete(path)|];""")]
    [InlineData("""ArgumentNullException.ThrowIfNull(key); [|File.Delete($"secrets/{key}.bin")|];""")]
    public Task Keys(string statements) => Flags(Credentials(delete: statements));

    [Theory]
    [InlineData("await Run($\"k = '{key}'\");", """Task Run(string where) => [|connection.ExecuteAsync("DELETE FROM secrets WHERE " + where)|];""")]
    [InlineData("[|File.Delete(PathOf(key))|];", """static string PathOf(string name) => Path.Combine("secrets", name);""")]
    public Task Helpers(string statements, string members) => Flags(Credentials(delete: statements, members: members));

    [Theory]
    [InlineData("""await [|connection.ExecuteAsync($"DELETE FROM sessions WHERE id = '{session}'")|];""")]
    [InlineData("""await [|connection.ExecuteAsync($"DELETE FROM sessions WHERE id = '{id}'")|];""")]
    public Task Ids(string statements) => Flags(Sessions(delete: statements));
}
