using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3005, code that breaks the rule and correct code that looks like it.</summary>
public sealed class BufferMustBeCopiedTests() : StoreRuleTests(new BufferMustBeCopied())
{
    const string Members = """
        readonly ConcurrentDictionary<string, byte[]> arrays = new();
        readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> slices = new();
        readonly Dictionary<string, ReadOnlyMemory<byte>> list = new();
        """;

    [Theory]
    [InlineData("[|slices[key] = value|];")]
    [InlineData("lock (gate) [|list[key] = value|];")]
    [InlineData("if (![|slices.TryAdd(key, value)|]) [|slices[key] = value|];")]
    [InlineData("Put(key, value); void Put(string k, ReadOnlyMemory<byte> v) => [|slices[k] = v|];")]
    public Task Kept(string statements) => Flags(Credentials(put: statements, members: Members));

    [Theory]
    [InlineData("return arrays.TryGetValue(key, out var found) ? [|found|] : null;")]
    [InlineData("return [|arrays.GetValueOrDefault(key)|];")]
    [InlineData("if (arrays.TryGetValue(key, out var found)) return [|found|]; return null;")]
    public Task Given_out(string statements) => Flags(Credentials(get: statements, members: Members));

    [Theory]
    [InlineData("arrays[key] = value.ToArray();")]
    [InlineData("slices[key] = value.ToArray();")]
    [InlineData("var copy = value.ToArray(); arrays[key] = copy;")]
    [InlineData("arrays[key] = Seal(value.Span); static byte[] Seal(ReadOnlySpan<byte> plain) => SHA256.HashData(plain);")]
    [InlineData("var local = new Dictionary<string, ReadOnlyMemory<byte>>(); local[key] = value; arrays[key] = local[key].ToArray();")]
    public Task Copied_in(string statements) => Accepts(Credentials(put: statements, members: Members));

    [Theory]
    [InlineData("return arrays.TryGetValue(key, out var found) ? found.ToArray() : null;")]
    [InlineData("return arrays.TryGetValue(key, out var found) ? (byte[])found.Clone() : null;")]
    [InlineData("return slices.TryGetValue(key, out var found) ? found.ToArray() : null;")]
    [InlineData("return arrays.TryGetValue(key, out var found) ? Open(found) : null; static byte[] Open(byte[] box) => SHA256.HashData(box);")]
    [InlineData("return arrays.TryGetValue(key, out var found) ? [.. found] : null;")]
    public Task Copied_out(string statements) => Accepts(Credentials(get: statements, members: Members));
}
