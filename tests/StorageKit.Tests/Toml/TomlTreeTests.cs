using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

public sealed class TomlTreeTests
{
    [Theory]
    [InlineData("'x'", "string")]
    [InlineData("1", "integer")]
    [InlineData("1.0", "float")]
    [InlineData("true", "boolean")]
    [InlineData("1979-05-27T07:32:00Z", "offset date-time")]
    [InlineData("1979-05-27T07:32:00", "local date-time")]
    [InlineData("1979-05-27", "local date")]
    [InlineData("07:32:00", "local time")]
    [InlineData("[]", "array")]
    [InlineData("{}", "table")]
    public void A_value_names_its_type(string value, string type) =>
        Assert.Equal(type, TomlDocument.Parse($"a = {value}", "f").Root["a"]!.TypeName);

    [Theory]
    [InlineData("[a]", TomlTableKind.Header)]
    [InlineData("[a.b]", TomlTableKind.Implicit)]
    [InlineData("a.b = 1", TomlTableKind.Dotted)]
    [InlineData("a = {}", TomlTableKind.Inline)]
    public void A_table_knows_what_brought_it_into_being(string toml, TomlTableKind kind)
    {
        var root = TomlDocument.Parse(toml, "f").Root;
        Assert.Equal((TomlTableKind.Root, kind), (root.Kind, ((TomlTable)root["a"]!).Kind));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void A_table_of_any_size_finds_its_keys_and_no_others(int count)
    {
        var root = TomlDocument.Parse(string.Concat(Enumerable.Range(0, count).Select(i => $"k{i} = {i}\n")), "f").Root;
        for (var i = 0; i < count; i++)
        {
            Assert.True(root.TryGet($"k{i}", out var entry));
            Assert.Equal((i, i + 1), (((TomlInteger)entry.Value).Value, entry.KeySpan.Start.Line));
        }

        Assert.False(root.TryGet("K0", out _));
        Assert.Null(root["k"]);
    }

    [Fact]
    public void An_array_says_whether_it_is_made_of_headers_and_guards_its_bounds()
    {
        var root = TomlDocument.Parse("a = [1]\n[[b]]", "f").Root;
        var array = (TomlArray)root["a"]!;
        Assert.Equal((false, true), (array.IsTableArray, ((TomlArray)root["b"]!).IsTableArray));
        Assert.Throws<ArgumentOutOfRangeException>(() => array[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => array[-1]);
    }

    [Theory]
    [InlineData("1979-05-27T00:32:00.999999999-07:00", "1979-05-27T07:32:00.9999999Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2026-01-01T00:00:00+23:59", "2025-12-31T00:01:00Z")]
    public void An_offset_date_time_is_an_instant(string value, string utc)
    {
        var date = (TomlDateTime)TomlDocument.Parse($"a = {value}", "f").Root["a"]!;
        Assert.True(date.TryGetInstant(out var instant));
        Assert.Equal(DateTimeOffset.Parse(utc), instant);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00")]
    [InlineData("2026-01-01")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    public void What_is_local_or_beyond_the_calendar_is_no_instant(string value) =>
        Assert.False(((TomlDateTime)TomlDocument.Parse($"a = {value}", "f").Root["a"]!).TryGetInstant(out _));
}
