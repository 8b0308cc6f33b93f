using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

public sealed class TomlErrorTests
{
    [Fact]
    public void Independent_errors_are_reported_in_one_go()
    {
        AssertErrors("a = tru\n[t]\nb = 1\nb = 2\nc = \"\\q\"\nd = 01 # x\n", "1:5", "4:1", "5:6", "6:5");
    }

    [Fact]
    public void Only_the_first_twenty_lines_with_wrong_syntax_are_reported()
    {
        TomlDocument.TryParse(string.Concat(Enumerable.Repeat("a = x\n", 50)), "f", out _, out var errors);
        Assert.Equal(20, errors.Count);
    }

    [Theory]
    [InlineData("a = [1, 2\nb = 3\nc = x", "1:10|2:1")]
    [InlineData("a = \"\"\"\n\\q\nc = x\n\"\"\"", "2:1")]
    [InlineData("a = \"x\nc = y", "1:5")]
    [InlineData("a = x [\nb,\n]", "1:5")]
    [InlineData("a = x {\nb = y\n}", "1:5")]
    [InlineData("a = x \"\"\"\nc = y\n\"\"\"", "1:5")]
    [InlineData("a = x '''\nc = y\n'''", "1:5")]
    [InlineData("a =\nthe value on the next line\nb = x", "1:4")]
    [InlineData("a = MIIE\n\n# between\nabc+/==\nb = x", "1:5")]
    [InlineData("a\nb\nc", "1:2")]
    public void What_may_belong_to_an_error_is_not_reported_again(string toml, string places)
    {
        TomlDocument.TryParse(toml, "f", out _, out var errors);
        Assert.Contains(Place(Assert.Single(errors)), places.Split('|'));
    }

    [Fact]
    public void Errors_come_in_the_order_of_the_text() =>
        AssertErrors("a = 1\na = [\n{b = 1, b = 2},\n]\n", "2:1", "3:9");

    [Fact]
    public void After_a_header_that_cannot_be_read_no_key_is_called_a_duplicate() =>
        AssertErrors("[[x]]\n[x.y]\n[[x]\n[x.y]\nk = 1\nk = 2\nl = z\n", "3:4", "7:5");

    [Fact]
    public void The_keys_of_a_table_that_is_defined_twice_are_no_duplicates() =>
        AssertErrors("[a]\nk = 1\n[a]\nk = 1\n[b]\nk = x\n", "3:2", "6:5");

    [Fact]
    public void What_could_be_read_is_there_beside_the_errors()
    {
        Assert.False(TomlDocument.TryParse("a = 1\nb = x\n[c]\nd = 2", "f", out var document, out _));
        Assert.Equal("{a=1,c={d=2}}", Rendering.Of(document.Root));
    }

    [Fact]
    public void The_exception_lists_every_error_one_a_line()
    {
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse("a = x\nb = 01", "dir/storage.toml"));
        Assert.Equal(error.Errors.Select(e => e.ToString()), error.Message.Split('\n'));
        Assert.Equal(
            "dir/storage.toml:2:5: a number cannot begin with the digit 0: remove it, or quote the value",
            error.Errors[1].ToString());
    }

    [Fact]
    public void A_long_key_is_cut_in_a_message()
    {
        var key = new string('k', 5000);
        TomlDocument.TryParse($"{key} = 1\n{key} = 2", "f", out _, out var errors);
        Assert.InRange(errors[0].Message.Length, 60, 200);
    }

    static void AssertErrors(string toml, params string[] places)
    {
        Assert.False(TomlDocument.TryParse(toml, "f", out _, out var errors));
        Assert.Equal(places, errors.Select(Place));
    }

    static string Place(TomlError error) => $"{error.Line}:{error.Column}";
}
