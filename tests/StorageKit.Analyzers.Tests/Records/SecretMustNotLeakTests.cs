using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3004, code that breaks the rule.</summary>
public sealed class SecretMustNotLeakTests() : StoreRuleTests(new SecretMustNotLeak())
{
    internal const string Members = """
        Microsoft.Extensions.Logging.ILogger log = null!;
        Microsoft.AspNetCore.DataProtection.IDataProtector protector = null!;
        System.Diagnostics.Activity? activity = null;
        public void Set(Microsoft.Extensions.Logging.ILogger logger, Microsoft.AspNetCore.DataProtection.IDataProtector p, System.Diagnostics.Activity a) => (log, protector, activity) = (logger, p, a);
        """;

    Task FlagsLogging(string source) =>
        Analyzer.VerifyAsync("using Microsoft.Extensions.Logging;\n" + source);

    [Theory]
    [InlineData("""[|log.LogDebug("stored {Value}", Encoding.UTF8.GetString(value.Span))|];""")]
    [InlineData("""[|log.LogDebug($"stored {Convert.ToBase64String(value.Span)}")|];""")]
    [InlineData("""var text = Convert.ToHexString(value.ToArray()); [|log.LogInformation("stored {Key} {Value}", key, text)|];""")]
    [InlineData("""[|Console.WriteLine(Encoding.UTF8.GetString(value.ToArray()))|];""")]
    [InlineData("""[|System.Diagnostics.Trace.WriteLine("put " + Encoding.ASCII.GetString(value.Span))|];""")]
    [InlineData("""[|activity?.SetTag("secret", Encoding.UTF8.GetString(value.Span))|];""")]
    [InlineData("""throw [|new StorageException(StorageErrorKind.Backend, $"cannot store '{Encoding.UTF8.GetString(value.Span)}'")|];""")]
    [InlineData("""var secret = Encoding.UTF8.GetString(value.Span); if (secret.Length > 9) throw [|new ArgumentException("too long: " + secret, nameof(value))|];""")]
    [InlineData("""var secret = Encoding.UTF8.GetString(value.Span); [|log.LogDebug("begins with {Start}", secret.Substring(0, 4))|];""")]
    [InlineData("""var secret = Encoding.UTF8.GetString(value.Span); [|log.LogDebug("begins with {Start}", secret[..4])|];""")]
    [InlineData("""await [|connection.ExecuteAsync($"INSERT INTO s VALUES ('{key}', '{Convert.ToBase64String(value.Span)}')")|];""")]
    public Task Puts(string statements) => FlagsLogging(Credentials(
        put: statements.Replace("[|activity?.SetTag", "activity?[|.SetTag", StringComparison.Ordinal), members: Members));

    [Theory]
    [InlineData("var plain = protector.Unprotect(Convert.FromBase64String(rows[key])); [|log.LogDebug(\"{V}\", Encoding.UTF8.GetString(plain))|]; return plain;")]
    [InlineData("var plain = new byte[16]; using (var aes = new AesGcm(new byte[32], 16)) aes.Decrypt(new byte[12], new byte[16], new byte[16], plain); [|Console.WriteLine(Convert.ToHexString(plain))|]; return plain;")]
    public Task Gets(string statements) => FlagsLogging(Credentials(get: statements, members: Members));

    [Theory]
    [InlineData("Write(Encoding.UTF8.GetString(value.Span));", """void Write(string text) => [|log.LogDebug("wrote {Text}", text)|];""")]
    [InlineData("Stored(log, key, Encoding.UTF8.GetString(value.Span));", """[LoggerMessage(LogLevel.Debug, "{Key} {Value}")] static void Stored(ILogger logger, string key, string value) { }""")]
    [InlineData("[|Console.WriteLine(new Entry(key, Encoding.UTF8.GetString(value.Span)))|];", "sealed record Entry(string Key, string Value);")]
    [InlineData("Fail(); void Fail() => throw [|new InvalidOperationException(Encoding.UTF8.GetString(value.Span))|];", "")]
    public Task Helpers(string statements, string members) => FlagsLogging(Credentials(
        put: statements.StartsWith("Stored", StringComparison.Ordinal) ? $"[|{statements[..^1]}|];" : statements, members: members + Members));

    [Fact]
    public Task An_option_and_a_parameter_of_another_name() => FlagsLogging("""
        using System.Text;
        using StorageKit;
        public sealed record Options { [Secret] public string? Password { get; init; } public string Host { get; init; } = ""; }
        public sealed class Vault(Options options, ILogger<Vault> logger) : ICredentialStore
        {
            public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
            {
                [|logger.LogInformation("connecting to {Host} with {Password}", options.Host, options.Password)|];
                return default;
            }
            public ValueTask PutSecretAsync(string name, ReadOnlyMemory<byte> blob, CancellationToken cancellationToken = default)
            {
                var text = Encoding.UTF8.GetString(blob.Span);
                [|logger.LogDebug(text)|];
                return default;
            }
            public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """);
}
