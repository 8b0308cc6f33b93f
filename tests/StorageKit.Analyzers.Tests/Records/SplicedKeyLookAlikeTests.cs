using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3006, correct code that looks like a violation.</summary>
public sealed class SplicedKeyLookAlikeTests() : StoreRuleTests(new KeyMustNotBeSpliced())
{
    [Theory]
    [InlineData("""await connection.ExecuteAsync("DELETE FROM secrets WHERE k = @key", new { key });""")]
    [InlineData("""await db.Database.ExecuteSqlAsync($"DELETE FROM secrets WHERE k = {key}");""")]
    [InlineData("""const string Table = "secrets"; await connection.ExecuteAsync($"DELETE FROM {Table} WHERE k = @key", new { key });""")]
    [InlineData("""await connection.ExecuteAsync($"DELETE FROM {schema}.secrets WHERE k = @key", new { key });""")]
    [InlineData("""await db.Database.ExecuteSqlRawAsync("DELETE FROM secrets WHERE k = {0}", key);""")]
    [InlineData("""await redis.ScriptEvaluateAsync("return redis.call('DEL', KEYS[1])", new RedisKey[] { key });""")]
    [InlineData("""await redis.KeyDeleteAsync($"secret:{key}");""")]
    [InlineData("""rows.TryRemove($"secret:{key}", out _);""")]
    [InlineData("""File.Delete(Path.Combine("secrets", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))));""")]
    [InlineData("""File.Delete(Path.Combine("secrets", Uri.EscapeDataString(key)));""")]
    [InlineData("""Check(key); File.Delete(Path.Combine("secrets", key)); static void Check(string k) { if (k.Contains("..", StringComparison.Ordinal)) throw new ArgumentException("bad"); }""")]
    [InlineData("""if (key.IndexOfAny(['/', '.']) >= 0) throw new ArgumentException("bad"); File.Delete(Path.Combine("secrets", key));""")]
    [InlineData("""var path = Path.GetFullPath(Path.Combine("/secrets", key)); if (!path.StartsWith("/secrets/", StringComparison.Ordinal)) throw new ArgumentException("bad"); File.Delete(path);""")]
    [InlineData("""File.Delete(Path.Combine("secrets", Path.GetFileName(key)));""")]
    [InlineData("""await connection.ExecuteAsync($"DELETE FROM secrets WHERE k = '{key.Replace("'", "''", StringComparison.Ordinal)}'");""")]
    [InlineData("""throw new StorageException(StorageErrorKind.Backend, $"DELETE of '{key}' failed");""")]
    public Task Keys(string statements) => Accepts(Credentials(
        delete: statements, members: """readonly string schema = "public";"""));

    [Theory]
    [InlineData("""File.Delete(Path.Combine("sessions", session + ".json"));""")]
    [InlineData("""File.Delete($"sessions/{id}.json");""")]
    public Task Ids_in_paths_have_hexadecimal_digits_only(string statements) => Accepts(Sessions(delete: statements));
}
