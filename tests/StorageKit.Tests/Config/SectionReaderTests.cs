using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>How options are read, and what is said of those that cannot be.</summary>
public sealed class SectionReaderTests
{
    const string NotShown = "found a string (not shown: it may hold a secret)";
    const string DurationExpected = "expected duration such as \"250ms\", \"30s\", \"5m\", \"1h\" or \"7d\"";

    static string[] Errors(string section)
    {
        var registry = new Registry().Add(SampleDriver.WithOptions("acme", Bind));
        return [.. registry.ValidateSection("acme", section).Select(error => error.ToString())];
    }

    static object? Bind(SectionReader section)
    {
        section.Text("url", OptionFlags.Required);
        section.Text("password", OptionFlags.Secret);
        section.Integer("pool_size", min: 1, max: 1000);
        section.Integer("at_least", min: 2);
        section.Integer("at_most", max: -2);
        section.Integer("pin_code", max: 9);
        section.Number("ratio", min: 0, max: 1);
        section.Boolean("compress");
        section.Duration("timeout");
        section.Choice("journal", [("wal", 1), ("delete", 2)]);
        section.Texts("hosts");
        section.Address("endpoint");
        section.Table("tls", tls =>
        {
            tls.Text("cert", OptionFlags.Required);
            return tls.Complete() ? tls : null;
        });
        return section.Complete() ? section : null;
    }

    [Theory]
    [InlineData("pool_size = \"redis://u:pw@h\"", "2:13", $"pool_size: expected integer from 1 to 1000, {NotShown}")]
    [InlineData("pool_size = \"hunter2\"", "2:13", $"pool_size: expected integer from 1 to 1000, {NotShown}")]
    [InlineData(
        "pool_size = \"8\"", "2:13", $"pool_size: expected integer from 1 to 1000, {NotShown}; remove the quotes")]
    [InlineData("pool_size = 0", "2:13", "pool_size: expected integer from 1 to 1000, found 0")]
    [InlineData("pool_size = 1001", "2:13", "pool_size: expected integer from 1 to 1000, found 1001")]
    [InlineData("pool_size = 1.5", "2:13", "pool_size: expected integer from 1 to 1000, found 1.5")]
    [InlineData("pool_size = 3.0", "2:13", "pool_size: expected integer from 1 to 1000, found 3.0")]
    [InlineData("pool_size = []", "2:13", "pool_size: expected integer from 1 to 1000, found an array")]
    [InlineData("pool_size = {}", "2:13", "pool_size: expected integer from 1 to 1000, found a table")]
    [InlineData("at_least = 1", "2:12", "at_least: expected integer of at least 2, found 1")]
    [InlineData("at_most = -1", "2:11", "at_most: expected integer of at most -2, found -1")]
    [InlineData("pin_code = 1234", "2:12", "pin_code: expected integer of at most 9, found an integer")]
    [InlineData("ratio = 1.01", "2:9", "ratio: expected number from 0 to 1, found 1.01")]
    [InlineData("ratio = nan", "2:9", "ratio: expected number from 0 to 1, found NaN")]
    [InlineData("ratio = inf", "2:9", "ratio: expected number from 0 to 1, found Infinity")]
    [InlineData("ratio = \"0.5\"", "2:9", $"ratio: expected number from 0 to 1, {NotShown}; remove the quotes")]
    [InlineData("compress = 1", "2:12", "compress: expected boolean, found 1")]
    [InlineData("compress = \"true\"", "2:12", $"compress: expected boolean, found \"true\"; remove the quotes")]
    [InlineData("compress = \"yes\"", "2:12", $"compress: expected boolean, found \"yes\"")]
    [InlineData("timeout = 30", "2:11", $"timeout: {DurationExpected}, found 30")]
    [InlineData("timeout = \"30\"", "2:11", $"timeout: {DurationExpected}, {NotShown}")]
    [InlineData("timeout = \"-1s\"", "2:11", $"timeout: {DurationExpected}, {NotShown}")]
    [InlineData("timeout = \"1.5s\"", "2:11", $"timeout: {DurationExpected}, {NotShown}")]
    [InlineData("timeout = \"99999999999d\"", "2:11", $"timeout: {DurationExpected}, {NotShown}")]
    [InlineData("journal = \"wall\"",
        "2:11", $"journal: expected one of \"wal\", \"delete\", found \"wall\"; did you mean \"wal\"?")]
    [InlineData("journal = \"hunter2\"", "2:11", $"journal: expected one of \"wal\", \"delete\", {NotShown}")]
    [InlineData("hosts = \"a\"", "2:9", $"hosts: expected array of strings, found \"a\"")]
    [InlineData("hosts = [\"a\", 3]", "2:15", "hosts: expected array of strings, found 3")]
    [InlineData("endpoint = \"/etc/passwd\"",
        "2:12", $"endpoint: expected absolute URI such as \"https://example.com/\", {NotShown}")]
    [InlineData("endpoint = \"nowhere\"",
        "2:12", $"endpoint: expected absolute URI such as \"https://example.com/\", found \"nowhere\"")]
    [InlineData("tls = 3", "2:7", "tls: expected table, found 3")]
    [InlineData(
        "password = 12345678", "2:12", "password: expected string, found an integer (not shown: the key is secret)")]
    [InlineData(
        "password = [\"hunter2\"]", "2:12", "password: expected string, found an array (not shown: the key is secret)")]
    [InlineData("pol_size = 4", "2:1", "unknown key \"pol_size\"; did you mean \"pool_size\"?")]
    [InlineData("PASSWORD = \"x\"", "2:1", "unknown key \"PASSWORD\"; did you mean \"password\"?")]
    public void A_wrong_value_is_reported_where_it_stands_and_never_shown_if_it_may_be_a_secret(
        string line, string position, string message) =>
        Assert.Equal([$"[storage.acme]:{position}: [storage.acme] {message}"], Errors("url = \"x\"\n" + line + "\n"));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file()
    {
        Assert.Equal(
            [
                "[storage.acme]:1:1: [storage.acme] missing key \"url\"; add url = … (string)",
                "[storage.acme]:1:1: [storage.acme] unknown key \"zzz\"; its keys are at_least, at_most, "
                + "compress, endpoint,"
                    + " hosts, journal, password, pin_code, pool_size, ratio, timeout, tls, url",
                "[storage.acme]:2:11: [storage.acme] timeout: " + DurationExpected + ", found false",
                "[storage.acme]:3:13: [storage.acme] pool_size: expected integer from 1 to 1000, found 0",
                "[storage.acme]:4:1: [storage.acme.tls] missing key \"cert\"; add cert = … (string)",
                "[storage.acme]:5:1: [storage.acme.tls] unknown key \"cer\"; did you mean \"cert\"?",
            ],
            Errors("zzz = 1\ntimeout = false\npool_size = 0\n[tls]\ncer = \"x\"\n"));
    }

    [Fact]
    public void Right_values_are_read()
    {
        List<object> read = [];
        var registry = new Registry().Add(SampleDriver.WithOptions("acme", section =>
        {
            read.Add(section.Integer("least", min: long.MinValue).Value);
            read.Add(section.Number("whole").Value);
            read.Add(section.Choice("journal", [("wal", 'w'), ("delete", 'd')]).Value);
            read.Add(string.Join('+', section.Texts("hosts").Value));
            read.Add(section.Address("endpoint").Value.AbsoluteUri);
            read.Add(section.Boolean("off").IsSet);
            foreach (var key in new[] { "ms", "s", "m", "h", "d" }) read.Add(section.Duration(key).Value);
            return section.Complete() ? section : null;
        }));
        Assert.Empty(registry.ValidateSection(
            "acme",
            """
            least = -9223372036854775808
            whole = 3
            journal = "delete"
            hosts = ["a", "b"]
            endpoint = "https://example.com/x"
            ms = "250ms"
            s = "0s"
            m = "5m"
            h = "1h"
            d = "10675199d"
            """));
        Assert.Equal(
            [
                long.MinValue, 3.0, 'd', "a+b", "https://example.com/x", false, TimeSpan.FromMilliseconds(250),
                TimeSpan.Zero,
                TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(10675199),
            ],
            read);
    }

    [Fact]
    public void The_section_of_an_unknown_driver_is_answered_with_the_names_there_are() =>
        Assert.Equal(
            "[storage.acne]: unknown driver \"acne\"; available drivers: [acme]; did you mean \"acme\"?",
            Assert.Single(new Registry().Add(SampleDriver.Reference("acme")).ValidateSection("acne")).ToString());

    [Fact]
    public void A_section_that_is_not_TOML_is_a_parse_error()
    {
        var error = new Registry().Add(SampleDriver.Reference("acme")).ValidateSection("acme", "url = ")[0];
        Assert.Equal((ConfigErrorKind.ParseError, 1), (error.Kind, error.Position?.Line));
    }
}
