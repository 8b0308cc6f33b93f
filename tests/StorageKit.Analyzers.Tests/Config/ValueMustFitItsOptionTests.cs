namespace StorageKit.Analyzers.Tests.Config;

public sealed class ValueMustFitItsOptionTests : StorageFileRuleTests
{
    [Theory]
    [InlineData("pool_size = {|SK4004:\"abc\"|}",
        "[storage.acme] pool_size: expected integer from 1 to 1000, found \"abc\"")]
    [InlineData("pool_size = {|SK4004:\"12\"|}",
        "[storage.acme] pool_size: expected integer from 1 to 1000, found a string (not shown: it may hold a secret); "
        + "remove the quotes")]
    [InlineData("pool_size = {|SK4004:0|}", "[storage.acme] pool_size: expected integer from 1 to 1000, found 0")]
    [InlineData("pool_size = {|SK4004:1001|}", null)]
    [InlineData("pool_size = {|SK4004:3.0|}",
        "[storage.acme] pool_size: expected integer from 1 to 1000, found 3.0")]
    [InlineData("pool_size = {|SK4004:[10]|}", null)]
    [InlineData("ratio = {|SK4004:0.25|}", "[storage.acme] ratio: expected number from 0.5 to 2, found 0.25")]
    [InlineData("ratio = {|SK4004:nan|}", null)]
    [InlineData("tls = {|SK4004:\"true\"|}",
        "[storage.acme] tls: expected boolean, found \"true\"; remove the quotes")]
    [InlineData("tls = {|SK4004:1|}", null)]
    [InlineData("timeout = {|SK4004:\"soon\"|}", null)]
    [InlineData("timeout = {|SK4004:30|}", null)]
    [InlineData("home = {|SK4004:\"nowhere\"|}", null)]
    [InlineData("mode = {|SK4004:\"fasst\"|}",
        "[storage.acme] mode: expected one of \"fast\", \"very-safe\", found \"fasst\"; did you mean \"fast\"?")]
    [InlineData("mode = {|SK4004:\"Safe\"|}", null)]
    [InlineData("tags = {|SK4004:\"one\"|}", null)]
    [InlineData("tags = [\"one\", {|SK4004:2|}]", null)]
    [InlineData("limits = {|SK4004:3|}", null)]
    [InlineData("limits = { depth = {|SK4004:11|} }", null)]
    [InlineData("limits = { depth = 1, inner = { depth = {|SK4004:\"deep\"|} } }", null)]
    [InlineData("behind = {|SK4004:true|}", null)]
    [InlineData("behind = {|SK4004:\"acme\"|}",
        "the driver \"acme\" would stand behind itself; name a driver that does not refer back to this one")]
    [InlineData("password = {|SK4004:12|}",
        "[storage.acme] password: expected string, found an integer (not shown: the key is secret)")]
    [InlineData("password = {|SK4004:\"${not a name}\"|}",
        "[storage.acme] password: what stands between ${ and } is no name of an environment variable; "
        + "a name has letters, digits and _ only")]
    public Task A_value_that_the_option_does_not_take_is_reported_at_the_value(string line, string? message) =>
        FlagsSection("name = \"x\"\n" + line, message);

    [Fact]
    public Task A_secret_is_never_shown() => FlagsSection(
        "name = {|SK4004:[\"pa55\"]|}", "[storage.acme] name: expected string, found an array");

    [Theory]
    [InlineData("policy_store = {|SK4004:1|}")]
    [InlineData("policy_store = {|SK4004:{ a = 1 }|}")]
    public Task What_is_no_drivers_name_is_reported(string line) => Flags(
        Selection.Replace("policy_store = \"memory\"", line, StringComparison.Ordinal));

    [Theory]
    [InlineData("acme = {|SK4004:\"x\"|}", "[storage] acme: expected a table, found a string; write [storage.acme]")]
    [InlineData("acme = {|SK4004:[]|}", null)]
    public Task A_section_that_is_no_table_is_reported(string line, string? message) =>
        Flags(Selection + line, message);

    [Fact]
    public Task A_storage_that_is_no_table_is_reported() =>
        Flags("{|SK4004:storage|} = 1", "storage: expected a table, found an integer");

    [Fact]
    public Task An_option_of_a_referenced_driver_is_looked_at() => Flags(
        Selection.Replace("acme", "sqlite", StringComparison.Ordinal) + "[storage.sqlite]\npath = {|SK4004:1|}");

    [Theory]
    [InlineData("pool_size = 1")]
    [InlineData("pool_size = 1_000")]
    [InlineData("pool_size = 0x10")]
    [InlineData("ratio = 1")]
    [InlineData("ratio = 0.5")]
    [InlineData("tls = false")]
    [InlineData("timeout = \"250ms\"")]
    [InlineData("timeout = '7d'")]
    [InlineData("home = \"https://example.com\"")]
    [InlineData("mode = \"very-safe\"")]
    [InlineData("tags = []")]
    [InlineData("tags = [\n  'a', # one\n  'b',\n]")]
    [InlineData("limits = { depth = 10 }")]
    [InlineData("behind = \"memory\"")]
    [InlineData("password = \"${ACME_PASSWORD}\"")]
    [InlineData("password = \"file:/run/secrets/acme\"")]
    public Task A_value_that_the_option_takes_is_accepted(string line) => AcceptsSection("name = \"x\"\n" + line);
}
