using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3004, correct code that looks like a violation.</summary>
public sealed class SecretLookAlikeTests() : StoreRuleTests(new SecretMustNotLeak())
{
    [Theory]
    [InlineData("""log.LogDebug("stored {Key}, {Length} bytes", key, value.Length);""")]
    [InlineData("""log.LogDebug("stored {Hash}", Convert.ToHexString(SHA256.HashData(value.Span)));""")]
    [InlineData("""log.LogDebug("stored {Hash}", Convert.ToHexString(SHA256.HashData(value.Span))[..8]);""")]
    [InlineData("""var text = Encoding.UTF8.GetString(value.Span); log.LogDebug("stored {Length}", text.Length);""")]
    [InlineData("""var text = Encoding.UTF8.GetString(value.Span); log.LogDebug("empty: {Empty}", string.IsNullOrEmpty(text));""")]
    [InlineData("""if (value.IsEmpty) throw new ArgumentException("The secret is empty.", nameof(value));""")]
    [InlineData("""throw new StorageException(StorageErrorKind.Backend, $"cannot store '{key}'");""")]
    [InlineData("""var box = protector.Protect(value.ToArray()); Console.WriteLine(Convert.ToBase64String(box));""")]
    [InlineData("""var box = new byte[value.Length]; using (var aes = new AesGcm(new byte[32], 16)) aes.Encrypt(new byte[12], value.Span, box, new byte[16]); Console.WriteLine(Convert.ToHexString(box));""")]
    [InlineData("""await connection.ExecuteAsync("INSERT INTO s VALUES (@key, @value) ON CONFLICT (k) DO UPDATE SET v = @value", new { key, value = value.ToArray() });""")]
    [InlineData("""await db.Database.ExecuteSqlAsync($"UPDATE s SET v = {value.ToArray()} WHERE k = {key}");""")]
    [InlineData("""rows[key] = Encoding.UTF8.GetString(value.Span); log.LogDebug("{Count} rows", rows.Count);""")]
    [InlineData("""log.LogDebug("stored {Value}", Redact(value.Span)); static string Redact(ReadOnlySpan<byte> bytes) => new('*', bytes.Length);""")]
    [InlineData("""log.LogDebug("stored as {Value}", new Entry(key, value.ToArray()));""")]
    [InlineData("""log.LogDebug("stored {Name}", nameof(value));""")]
    public Task Puts(string statements) =>
        Analyzer.VerifyAsync("using Microsoft.Extensions.Logging;\n" + Credentials(
            put: statements, members: SecretMustNotLeakTests.Members + "sealed record Entry(string Key, byte[] Value);"));

    [Fact]
    public Task A_value_that_is_no_secret() => Accepts(Sessions(
        save: "Console.WriteLine(session); throw new StorageException(StorageErrorKind.Backend, session.ToString());"));
}
