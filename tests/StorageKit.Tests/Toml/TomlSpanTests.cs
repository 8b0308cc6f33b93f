using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

public sealed class TomlSpanTests
{
    const string Text =
        "# é\n[storage.'a b']\n\turl = \"x\U0001F600\" # c\nlist = [\n  1,\n]\n[[x]]\ny.z = {q = '''\n'''}\n";

    [Theory]
    [InlineData("storage", "2:2-2:9", "2:2-2:9")]
    [InlineData("storage/a b", "2:10-2:15", "2:1-2:16")]
    [InlineData("storage/a b/url", "3:2-3:5", "3:8-3:13")]
    [InlineData("storage/a b/list", "4:1-4:5", "4:8-6:2")]
    [InlineData("storage/a b/list/0", "4:1-4:5", "5:3-5:4")]
    [InlineData("x", "7:3-7:4", "7:1-7:6")]
    [InlineData("x/0/y", "8:1-8:2", "8:1-8:2")]
    [InlineData("x/0/y/z", "8:3-8:4", "8:7-9:5")]
    [InlineData("x/0/y/z/q", "8:8-8:9", "8:12-9:4")]
    public void Keys_and_values_know_their_places(string path, string keySpan, string valueSpan)
    {
        TomlEntry entry = default;
        TomlValue value = TomlDocument.Parse(Text, "f").Root;
        foreach (var part in path.Split('/'))
        {
            if (value is TomlTable table) Assert.True(table.TryGet(part, out entry));
            value = value is TomlArray array ? array[int.Parse(part)] : entry.Value;
        }

        Assert.Equal((keySpan, valueSpan), (entry.KeySpan.ToString(), value.Span.ToString()));
    }

    [Fact]
    public void Every_place_agrees_with_the_text() =>
        Assert.Null(Spans.FirstWrong(Encoding.UTF8.GetBytes(Text), TomlDocument.Parse(Text, "f")));

    [Fact]
    public void A_table_that_gets_its_header_late_stands_where_the_header_is()
    {
        var root = TomlDocument.Parse("[a.b]\n[a]\n", "f").Root;
        Assert.True(root.TryGet("a", out var a));
        Assert.Equal(("2:2-2:3", "2:1-2:4"), (a.KeySpan.ToString(), a.Value.Span.ToString()));
        Assert.Equal(TomlTableKind.Header, ((TomlTable)a.Value).Kind);
    }

    [Fact]
    public void The_byte_order_mark_is_no_column()
    {
        var root = TomlDocument.Parse([0xEF, 0xBB, 0xBF, .. "a = 1"u8], "f").Root;
        Assert.True(root.TryGet("a", out var a));
        Assert.Equal(new TextPosition(0, 1, 1), a.KeySpan.Start);
    }
}
