using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

public sealed class TomlEncodingTests
{
    [Theory]
    [InlineData("61 3D 31 0A 62 3D 22 C3 28 22", "2:4")]
    [InlineData("23 20 80", "1:3")]
    [InlineData("23 20 C0 AF", "1:3")]
    [InlineData("23 E0 9F BF", "1:2")]
    [InlineData("23 ED A0 80", "1:2")]
    [InlineData("23 F4 90 80 80", "1:2")]
    [InlineData("23 F0 8F BF BF", "1:2")]
    [InlineData("23 F5 80 80 80", "1:2")]
    [InlineData("23 E2 82", "1:2")]
    [InlineData("EF BB BF 23 FF", "1:2")]
    [InlineData("23 EF BF BD FF", "1:3")]
    [InlineData("23 F0 9F 98 80 FF", "1:4")]
    public void Bytes_that_are_not_utf8_are_an_error_where_they_are(string hex, string place)
    {
        Assert.False(TomlDocument.TryParse(Bytes(hex), "f", out var document, out var errors));
        Assert.Equal(
            $"f:{place}: these bytes are not UTF-8, and a TOML file must be: save the file with the encoding UTF-8",
            Assert.Single(errors).ToString());
        Assert.Empty(document.Root);
    }

    [Theory]
    [InlineData("61 3D 22 EF BF BD 22", "{a=\"\uFFFD\"}")]
    [InlineData("61 3D 22 F4 8F BF BF 22", "{a=\"\U0010FFFF\"}")]
    [InlineData("61 3D 22 ED 9F BF EE 80 80 22", "{a=\"\uD7FF\uE000\"}")]
    [InlineData("EF BB BF 61 3D 31", "{a=1}")]
    [InlineData("EF BB BF", "{}")]
    [InlineData("", "{}")]
    public void Every_utf8_text_is_read_with_or_without_byte_order_mark(string hex, string tree) =>
        Assert.Equal(tree, Rendering.Of(TomlDocument.Parse(Bytes(hex), "f").Root));

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void A_utf16_file_is_called_so(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("a = 1")];
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(bytes, "f"));
        Assert.StartsWith("f:1:1: the file looks like UTF-16", error.Message);
    }

    [Fact]
    public void A_text_may_begin_with_a_byte_order_mark_but_only_one()
    {
        Assert.Equal("{a=1}", Rendering.Of("\uFEFFa = 1"));
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse("\uFEFF\uFEFFa = 1", "f"));
        Assert.Contains("found a byte order mark", error.Message);
    }

    static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", ""));
}
