using StorageKit.Analyzers.Records;
using StorageKit.CodeFixes.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>The fix of SK3005: what it writes, and where it is not offered.</summary>
public sealed class CopyTheBufferTests() : StoreRuleTests(new BufferMustBeCopied())
{
    const string Members = """
        readonly ConcurrentDictionary<string, byte[]> arrays = new();
        readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> slices = new();
        """;

    CodeFixHarness Fix => new(Analyzer, new CopyTheBuffer());

    [Theory]
    [InlineData("[|slices[key] = value|];", "slices[key] = value.ToArray();")]
    [InlineData("if (![|slices.TryAdd(key, value)|]) [|slices[key] = value|];", "if (!slices.TryAdd(key, value.ToArray())) slices[key] = value.ToArray();")]
    [InlineData("Put(key, value); void Put(string k, ReadOnlyMemory<byte> v) => [|slices[k] = v|];", "Put(key, value); void Put(string k, ReadOnlyMemory<byte> v) => slices[k] = v.ToArray();")]
    public Task What_is_kept_is_copied(string before, string after) =>
        Fix.VerifyAsync(Credentials(put: before, members: Members), Credentials(put: after, members: Members));

    [Theory]
    [InlineData("return arrays.TryGetValue(key, out var found) ? [|found|] : null;", "return arrays.TryGetValue(key, out var found) ? found.ToArray() : null;")]
    [InlineData("return [|arrays.GetValueOrDefault(key)|];", "return arrays.GetValueOrDefault(key)?.ToArray();")]
    [InlineData("if (arrays.TryGetValue(key, out var found)) return [|found|]; return null;", "if (arrays.TryGetValue(key, out var found)) return found.ToArray(); return null;")]
    [InlineData("return [|arrays[key]|];", "return arrays[key].ToArray();")]
    public Task What_is_given_out_is_copied(string before, string after) =>
        Fix.VerifyAsync(Credentials(get: before, members: Members), Credentials(get: after, members: Members));
}
