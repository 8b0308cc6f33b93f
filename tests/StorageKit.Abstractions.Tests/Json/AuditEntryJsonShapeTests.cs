namespace StorageKit.Tests;

/// <summary>Which shapes of text are an entry. Every expectation was observed with serde 1.0.152 and serde_json 1.0.87.
/// </summary>
public sealed class AuditEntryJsonShapeTests
{
    static readonly AuditEntry Plain = AuditEntry.FromJson(new EntryJson().ToString());

    [Theory]
    [InlineData(",\"x\":1e999")]
    [InlineData(",\"x\":-0")]
    [InlineData(",\"x\":99999999999999999999999999")]
    [InlineData(",\"x\":\"\\ud800\"")]
    [InlineData(",\"x\":{\"\\ud800\":[1,{\"seq\":9}]}")]
    [InlineData(",\"x\":1,\"x\":2")]
    [InlineData(",\"SEQ\":1,\"seq \":2,\"\":3")]
    [InlineData(",\"\\u0078\":null")]
    public void An_unknown_field_is_passed_over(string field) =>
        Assert.Equal(Plain, AuditEntry.FromJson(new EntryJson().Then(field)));

    [Fact]
    public void An_unknown_field_may_be_as_deep_as_it_likes()
    {
        foreach (var depth in new[] { 127, 128, 129, 10_000 })
        {
            var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
            Assert.Equal(Plain, AuditEntry.FromJson(new EntryJson().Then(",\"x\":" + nested)));
            Assert.Throws<FormatException>(() => AuditEntry.FromJson(new EntryJson().Then(",\"x\":" + nested[..^1])));
        }
    }

    [Theory]
    [InlineData(",\"x\":01")]
    [InlineData(",\"x\":1.")]
    [InlineData(",\"x\":-")]
    [InlineData(",\"x\":NaN")]
    [InlineData(",\"x\":\"\\u12G4\"")]
    [InlineData(",\"x\":\"\u0001\"")]
    [InlineData(",\"x\":[1,]")]
    [InlineData(",\"x\":{\"a\":1,}")]
    [InlineData(",\"x\":[}")]
    [InlineData(",\"\\ud800\":1")]
    [InlineData(",\"se\\ud800\":1")]
    [InlineData(",\"x\"")]
    [InlineData(",x:1")]
    [InlineData(",")]
    [InlineData(",\"seq\":8")]
    [InlineData(",\"s\\u0065q\":8")]
    [InlineData(",\"org_id\":null")]
    public void What_is_behind_the_fields_is_refused(string rest) => AssertRefused(new EntryJson().Then(rest));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"secret\"")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void What_is_no_entry_is_refused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("\ufeff", "")]
    [InlineData("", "x")]
    [InlineData("", "{}")]
    [InlineData("", ",")]
    [InlineData("", "\0")]
    [InlineData("", "//secret")]
    [InlineData("/*secret*/", "")]
    [InlineData("\u00a0", "")]
    [InlineData("", "\ud800")]
    public void Only_white_space_may_stand_around_an_entry(string before, string behind)
    {
        Assert.Equal(Plain, AuditEntry.FromJson($" \t\r\n{new EntryJson()} \t\r\n"));
        AssertRefused(before + new EntryJson() + behind);
    }

    [Fact]
    public void A_required_field_that_is_missing_is_named()
    {
        foreach (var name in EntryJson.RequiredNames)
        {
            var error = Assert.Throws<FormatException>(
                () => AuditEntry.FromJson(new EntryJson().Without(name).ToString()));
            Assert.Equal($"audit entry: missing field \"{name}\".", error.Message);
        }
    }

    [Fact]
    public void A_field_that_comes_twice_is_named_also_when_it_is_null_or_escaped()
    {
        foreach (var name in EntryJson.Names)
        {
            var escaped = $"\\u{(int)name[0]:x4}{name[1..]}";
            foreach (var again in new[] { name, escaped })
            {
                var error = Assert.Throws<FormatException>(() =>
                    AuditEntry.FromJson(new EntryJson().Then($",\"{again}\":null")));
                Assert.Equal($"audit entry: duplicate field \"{name}\".", error.Message);
            }
        }
    }

    [Fact]
    public void The_array_form_has_the_fields_in_order_and_may_end_after_any_optional_one()
    {
        for (var length = 0; length <= 18; length++)
        {
            var json = new EntryJson().AsArray(length);
            if (length < 8) AssertRefused(json);
            else Assert.Equal(length > 10 ? "t" : null, AuditEntry.FromJson(json).Lineage.TeamId);
        }
        Assert.Equal(Plain, AuditEntry.FromJson(new EntryJson().AsArray(18)));
        AssertRefused(new EntryJson().AsArray(18)[..^1] + ",null]");
    }

    [Fact]
    public void Names_may_be_escaped_and_fields_in_any_order()
    {
        var json = new EntryJson().ToString().Replace("\"payload\"", "\"\\u0070ayload\"", StringComparison.Ordinal);
        Assert.Equal(Plain, AuditEntry.FromJson(json));
        var moved = new EntryJson().Without("seq").Then(",\"seq\":7");
        Assert.Equal(Plain, AuditEntry.FromJson(moved));
    }

    [Fact]
    public void Null_is_not_a_text() => Assert.Throws<ArgumentNullException>("json", () => AuditEntry.FromJson(null!));

    static void AssertRefused(string json)
    {
        var error = Assert.Throws<FormatException>(() => AuditEntry.FromJson(json));
        JsonErrors.AssertTeaches(error.Message);
    }
}
