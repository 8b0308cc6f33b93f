using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>Texts that neither version reads: where the error is, and what it says.</summary>
public sealed class InvalidTomlTests
{
    [Theory]
    [InlineData("= 1", "1:1", "there is no key before '='")]
    [InlineData("a", "1:2", "expected '=' after the key but found the end of the file")]
    [InlineData("x = 1\n  a b = 1", "2:5", "a key that has spaces in quotes")]
    [InlineData("a : 1", "1:3", "found ':'")]
    [InlineData("a..b = 1", "1:3", "a part of a dotted key is missing")]
    [InlineData(".a = 1", "1:1", "a part of a dotted key is missing")]
    [InlineData("a. = 1", "1:4", "there is no key before '='")]
    [InlineData("\u00E9 = 1", "1:1", "the character U+00E9")]
    [InlineData("\U0001F600 = 1", "1:1", "the character U+1F600")]
    [InlineData("a\uFEFF = 1", "1:2", "a byte order mark")]
    [InlineData("\"\"\"a\"\"\" = 1", "1:1", "cannot be a multi-line string")]
    [InlineData("\"a = 1", "1:1", "not closed on this line")]
    [InlineData("a\n= 1", "1:2", "the end of the line")]
    [InlineData("a = 1 b = 2", "1:7", "more text on this line")]
    [InlineData("a = 1\rb = 2", "1:6", "carriage return without line feed")]
    [InlineData("# \u0001", "1:3", "a comment cannot hold a control character")]
    public void Lines_and_keys(string toml, string place, string message) => AssertError(toml, place, message);

    [Theory]
    [InlineData("[]", "1:2", "the name of the table is missing")]
    [InlineData("[a", "1:3", "expected ']'")]
    [InlineData("[a b]", "1:4", "expected ']'")]
    [InlineData("[a.]", "1:4", "the name of the table is missing")]
    [InlineData("[[a]", "1:4", "expected ']]'")]
    [InlineData("[[a] ]", "1:4", "expected ']]'")]
    [InlineData("[a]]", "1:4", "more text on this line")]
    [InlineData("[a] b = 1", "1:5", "more text on this line")]
    [InlineData("[a]\n[b]\n[a]", "3:2", "the table 'a' is defined already, on line 1")]
    [InlineData("a = 1\n[a]", "2:2", "'a' cannot be a table: it is an integer, defined on line 1")]
    [InlineData("a = 1\n[a.b]", "2:2", "a header cannot add to 'a': it is an integer, defined on line 1")]
    [InlineData("a = {}\n[a.b]", "2:2", "a header cannot add to the table 'a'")]
    [InlineData("[a]\n[[a]]", "2:3", "'a' cannot be an array of tables: it is a table, defined on line 1")]
    [InlineData("[[a]]\n[a]", "2:2", "it is an array of tables, defined on line 1")]
    [InlineData("a = [{}]\n[[a]]", "2:3", "an array that is complete as written on line 1")]
    [InlineData("[[a.b]]\n[[a]]", "2:3", "'a' cannot be an array of tables")]
    [InlineData("a.b = 1\n[a]", "2:2", "the table 'a' is defined already, on line 1")]
    public void Headers(string toml, string place, string message) => AssertError(toml, place, message);

    [Theory]
    [InlineData("a = 1\nb = 2\na = 3", "3:1", "the key 'a' is defined already, on line 1")]
    [InlineData("a = 1\n\"a\" = 2", "2:1", "the key 'a' is defined already, on line 1")]
    [InlineData("a = 1\na.b = 2", "2:1", "a dotted key cannot add to 'a': it is an integer")]
    [InlineData("a.b = 1\na = 2", "2:1", "the key 'a' is defined already, on line 1")]
    [InlineData("a.b = 1\na.b.c = 2", "2:3", "a dotted key cannot add to 'b'")]
    [InlineData("[a.b]\nx = 1\n[a]\nb.y = 2", "4:1", "a dotted key cannot add to the table 'b'")]
    [InlineData("a = {b = 1}\na.c = 2", "2:1", "a dotted key cannot add to the table 'a'")]
    [InlineData("a = {b = 1, b = 2}", "1:13", "the key 'b' is defined already, on line 1")]
    [InlineData("a = {b = {}, b.c = 2}", "1:14", "a dotted key cannot add to the table 'b'")]
    [InlineData("'x\ty' = 1\n'x\ty' = 1", "2:1", "the key 'x?y' is defined already")]
    public void Redefinitions(string toml, string place, string message) => AssertError(toml, place, message);

    [Theory]
    [InlineData("a =", "1:4", "the value is missing after '='")]
    [InlineData("a = # none", "1:5", "the value is missing after '='")]
    [InlineData("a = text", "1:5", "text without quotes")]
    [InlineData("a = True", "1:5", "written in lower case")]
    [InlineData("a = FALSE", "1:5", "written in lower case")]
    [InlineData("a = truely", "1:5", "text without quotes")]
    [InlineData("a = [1 2]", "1:8", "expected ',' or ']' in the array that begins on line 1")]
    [InlineData("a = [\n1,\n\n2", "4:2", "the array that begins on line 1 but found the end of the file")]
    [InlineData("a = [,]", "1:6", "second comma")]
    [InlineData("a = [1,,2]", "1:8", "second comma")]
    [InlineData("a = {b = 1", "1:11", "the inline table that begins on line 1 but found the end of the file")]
    [InlineData("a = {b = 1 c = 2}", "1:12", "expected ',' or '}'")]
    [InlineData("a = {,}", "1:6", "a comma that separates nothing")]
    [InlineData("a = [1,\r2]", "1:8", "carriage return without line feed")]
    [InlineData("a = [1}", "1:7", "expected ',' or ']'")]
    [InlineData("a = [b]", "1:6", "text without quotes")]
    public void Values(string toml, string place, string message) => AssertError(toml, place, message);

    [Theory]
    [InlineData("a = \"x", "1:5", "not closed on this line")]
    [InlineData("a = 'x\n'", "1:5", "not closed on this line")]
    [InlineData("b=0\na = \"\"\"x\ny", "2:5", "the three quotes that open a string here are never closed")]
    [InlineData("a = \"\\q\"", "1:6", "a backslash here begins no escape")]
    [InlineData("a = \"\\u12\"", "1:6", "needs 4 hexadecimal digits")]
    [InlineData("a = \"\\U0011FFFF\"", "1:6", "names no Unicode character")]
    [InlineData("a = \"\\ud800\"", "1:6", "names no Unicode character")]
    [InlineData("a = \"\"\"\nab\\ c\"\"\"", "2:3", "a backslash here begins no escape")]
    [InlineData("a = \"x\u0000\"", "1:7", "cannot hold a control character")]
    [InlineData("a = 'x\u007F'", "1:7", "cannot hold a control character")]
    [InlineData("a = '''\n\rx'''", "2:1", "carriage return without line feed")]
    [InlineData("a = \"\"\"x\"\"\"\"\"\"", "1:14", "more text on this line")]
    public void Strings(string toml, string place, string message) => AssertError(toml, place, message);

    // No [InlineData]: an attribute's text is UTF-8, which has no half pairs.
    [Fact]
    public void Half_a_surrogate_pair()
    {
        AssertError("a = \"\uD800\"", "1:6", "half of a surrogate pair");
        AssertError("a = '\uDC00\uD800'", "1:6", "half of a surrogate pair");
        AssertError("a = \"\"\"\uD800\"\"\"", "1:8", "half of a surrogate pair");
        AssertError("# \uDC00", "1:3", "half of a surrogate pair");
    }

    [Theory]
    [InlineData("a = 01", "1:5", "cannot begin with the digit 0")]
    [InlineData("a = 00.5", "1:5", "cannot begin with the digit 0")]
    [InlineData("a = 1__0", "1:6", "an underscore in a number")]
    [InlineData("a = 1_", "1:6", "an underscore in a number")]
    [InlineData("a = _1", "1:5", "text without quotes")]
    [InlineData("a = 9223372036854775808", "1:5", "does not fit 64 bits")]
    [InlineData("a = -9223372036854775809", "1:5", "does not fit 64 bits")]
    [InlineData("a = 99999999999999999999999", "1:5", "does not fit 64 bits")]
    [InlineData("a = 0xFFFFFFFFFFFFFFFF", "1:5", "does not fit 64 bits")]
    [InlineData("a = 0x", "1:7", "hexadecimal digits after 0x")]
    [InlineData("a = 0o8", "1:7", "digits 0 to 7 after 0o")]
    [InlineData("a = 0b1_", "1:8", "0 and 1 after 0b")]
    [InlineData("a = -0x1", "1:5", "has no sign")]
    [InlineData("a = 1.", "1:7", "a digit must follow the point")]
    [InlineData("a = 1e", "1:7", "a digit must follow the exponent's e")]
    [InlineData("a = 1.2.3", "1:8", "text directly after a number")]
    [InlineData("a = 10ms", "1:7", "text directly after a number")]
    [InlineData("a = 1e309", "1:5", "too large for 64 bits")]
    [InlineData("a = ++1", "1:6", "a sign must be followed by a digit")]
    [InlineData("a = -infx", "1:5", "text without quotes")]
    public void Numbers(string toml, string place, string message) => AssertError(toml, place, message);

    [Theory]
    [InlineData("a = 2026-13-01", "1:10", "no such month")]
    [InlineData("a = 2026-02-29", "1:13", "this month has no such day")]
    [InlineData("a = 1900-02-29", "1:13", "this month has no such day")]
    [InlineData("a = 2026-04-31", "1:13", "this month has no such day")]
    [InlineData("a = 2026-1-01", "1:11", "expected YYYY-MM-DD")]
    [InlineData("a = 24:00:00", "1:5", "no such hour")]
    [InlineData("a = 23:60:00", "1:8", "no such minute")]
    [InlineData("a = 23:00:61", "1:11", "no such second")]
    [InlineData("a = 7:32:00", "1:6", "expected HH:MM:SS")]
    [InlineData("a = 07:32:00.", "1:14", "a digit must follow the point of the seconds")]
    [InlineData("a = 2026-01-01T", "1:16", "expected HH:MM:SS")]
    [InlineData("a = 2026-01-01T00:00:00+24:00", "1:30", "no offset from UTC")]
    [InlineData("a = 2026-01-01T00:00:00+1", "1:26", "no offset from UTC")]
    [InlineData("a = 2026-01-01x", "1:15", "text directly after a date or time")]
    [InlineData("a = 07:32:00Z", "1:13", "text directly after a date or time")]
    public void Dates_and_times(string toml, string place, string message) => AssertError(toml, place, message);

    static void AssertError(string toml, string place, string message)
    {
        foreach (var version in new[] { TomlVersion.V1_0, TomlVersion.V1_1 })
        {
            Assert.False(TomlDocument.TryParse(toml, "storage.toml", out _, out var errors, version));
            Assert.StartsWith($"storage.toml:{place}: ", errors[0].ToString());
            Assert.Contains(message, errors[0].Message);
            Assert.Single(errors);
        }
    }
}
