using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

public sealed class TomlVersionTests
{
    [Theory]
    [InlineData("a = \"\\e\"", "{a=\"<1B>\"}", "TOML 1.0 does not know this escape")]
    [InlineData("a = \"\\xe9\\x00\"", "{a=\"\u00E9<00>\"}", "TOML 1.0 does not know this escape")]
    [InlineData("a = 07:32", "{a=07:32:00}", "a time without seconds")]
    [InlineData("a = 2026-01-01T07:32", "{a=2026-01-01T07:32:00}", "a time without seconds")]
    [InlineData("a = 2026-01-01 07:32+01:00", "{a=2026-01-01T07:32:00+01:00}", "a time without seconds")]
    [InlineData("a = {b = 1,}", "{a={b=1}}", "a comma after the last key")]
    [InlineData("a = {\n  b = 1\n}", "{a={b=1}}", "a line break or comment in an inline table")]
    [InlineData("a = {\r\n}", "{a={}}", "a line break or comment in an inline table")]
    [InlineData("a = { # why\n b = 1, # one\n c = {\n}, }", "{a={b=1,c={}}}", "a line break or comment")]
    public void What_1_1_added_is_an_error_in_1_0_that_names_the_version(string toml, string tree, string message)
    {
        Assert.Equal(tree, Rendering.Of(toml, TomlVersion.V1_1));
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(toml, "f", TomlVersion.V1_0));
        Assert.Contains(message, Assert.Single(error.Errors).Message);
    }

    [Theory]
    [InlineData("a = \"\\x4\"", "needs 2 hexadecimal digits")]
    [InlineData("a = {b = 1,,}", "a comma that separates nothing")]
    [InlineData("a = {b\n= 1}", "expected '=' after the key")]
    [InlineData("a = {b =\n1}", "the value is missing")]
    public void What_1_1_did_not_add_stays_an_error(string toml, string message)
    {
        var error = Assert.Throws<TomlSyntaxException>(() => TomlDocument.Parse(toml, "f"));
        Assert.Contains(message, Assert.Single(error.Errors).Message);
    }

    [Fact]
    public void The_version_is_1_1_unless_said_otherwise() =>
        Assert.Equal(TomlVersion.V1_1, TomlDocument.Parse("", "f").Version);
}
