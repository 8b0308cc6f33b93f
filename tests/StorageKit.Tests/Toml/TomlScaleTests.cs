using System.Diagnostics;
using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>Large and deep texts. The time limit is far above what is needed, far below anything quadratic.</summary>
public sealed class TomlScaleTests
{
    // Alone it takes a tenth of a second; quadratic reading would take minutes, a busy machine some seconds.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("[", "]", 127)]
    [InlineData("{a=", "}", 127)]
    [InlineData("[{a=", "}]", 63)]
    public void Nesting_is_read_to_the_limit_and_refused_beyond(string open, string close, int levels)
    {
        string Nested(int n) => $"a = {Repeat(open, n)}1{Repeat(close, n)}";
        TomlDocument.Parse(Nested(levels), "f");
        AssertTooDeep(Nested(levels + 2));
        AssertTooDeep(Nested(100_000));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("[a.")]
    [InlineData("[[a.")]
    [InlineData("x = {a.")]
    [InlineData("[a.a.a.a.a.a.a.a.a.a.a.a]\na.")]
    public void A_key_of_too_many_parts_is_refused(string start)
    {
        AssertTooDeep(start + Repeat("a.", 130) + "a = 1");
        AssertTooDeep(start + Repeat("a.", 500_000) + "a = 1");
    }

    [Fact]
    public void A_table_of_100_000_keys_is_read_in_order()
    {
        var root = Read(Lines(100_000, i => $"key{i} = {i}"));
        Assert.Equal(100_000, root.Count);
        Assert.Equal(99_999, Assert.IsType<TomlInteger>(root["key99999"]).Value);
        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => $"key{i}"), root.Select(e => e.Key));
    }

    [Fact]
    public void A_100_000_times_repeated_key_is_refused_in_time()
    {
        var clock = Stopwatch.StartNew();
        Assert.False(TomlDocument.TryParse(Lines(100_000, _ => "key = 1"), "f", out _, out var errors));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
        Assert.Equal(20, errors.Count);
    }

    [Fact]
    public void An_array_of_100_000_tables_is_read() =>
        Assert.Equal(100_000, ((TomlArray)Read(Lines(100_000, i => $"[[x]]\nn = {i}\n[x.y]"))["x"]!).Count);

    [Fact]
    public void A_hundred_thousand_headers_and_dotted_keys_are_read() =>
        Assert.Equal(100_000, ((TomlTable)Read(Lines(100_000, i => $"[a.b{i}]\nc.d.e{i} = 1"))["a"]!).Count);

    [Fact]
    public void A_string_of_a_megabyte_is_read_plain_and_escaped()
    {
        var plain = new string('x', 1 << 20);
        var escaped = Repeat("\\u0041\\n\"\"", 1 << 17);
        var root = Read($"a = '{plain}'\nb = \"\"\"{escaped}\"\"\"");
        Assert.Equal(plain, ((TomlString)root["a"]!).Value);
        Assert.Equal(Repeat("A\n\"\"", 1 << 17), ((TomlString)root["b"]!).Value);
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_read_in_time()
    {
        var text = Lines(
            110_000,
            i => $"[section{i}]\nurl = \"server-{i}.example\"\nports = [80, 443, {i}]\nratio = 0.75\n# comment");
        Assert.True(text.Length > 10_000_000, $"{text.Length}");
        Assert.Equal(110_000, Read(text).Count);
    }

    [Fact]
    public void A_number_of_a_megabyte_is_refused_or_read_in_time()
    {
        var digits = new string('1', 1 << 20);
        var clock = Stopwatch.StartNew();
        Assert.False(TomlDocument.TryParse($"a = {digits}", "f", out _, out _));
        Assert.True(TomlDocument.TryParse($"a = 0.{digits}", "f", out _, out _));
        Assert.True(TomlDocument.TryParse($"a = 1e-{digits}", "f", out _, out _));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
    }

    static TomlTable Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var clock = Stopwatch.StartNew();
        var root = TomlDocument.Parse(bytes, "f").Root;
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
        return root;
    }

    static string Lines(int count, Func<int, string> line) =>
        string.Join('\n', Enumerable.Range(0, count).Select(line));

    static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    static void AssertTooDeep(string toml)
    {
        Assert.False(TomlDocument.TryParse(toml, "f", out _, out var errors));
        Assert.Contains("nested deeper than 128", errors[0].Message);
    }
}
