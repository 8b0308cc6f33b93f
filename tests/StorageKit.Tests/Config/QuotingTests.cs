using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>Names are quoted as Rust's <c>{:?}</c> quotes them;
/// what is expected here was printed by rustc 1.95.</summary>
public sealed class QuotingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Memory ", "Memory ")]
    [InlineData("it's", "it's")]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\n\r\t\0", "\\n\\r\\t\\0")]
    [InlineData("\u001b[31m", "\\u{1b}[31m")]
    [InlineData("\u007f\u0080\u009f", "\\u{7f}\\u{80}\\u{9f}")]
    [InlineData("\u00a0\u3000\u2028\u2029", "\\u{a0}\\u{3000}\\u{2028}\\u{2029}")]
    [InlineData("\u00ad\u200b\u200d\ufeff", "\\u{ad}\\u{200b}\\u{200d}\\u{feff}")]
    [InlineData("e\u0301\u20dd", "e\\u{301}\\u{20dd}")]
    [InlineData("\u0bbe\uff9e", "\\u{bbe}\\u{ff9e}")]
    [InlineData("\ue000\ufffe\u0378", "\\u{e000}\\u{fffe}\\u{378}")]
    [InlineData("\U0001d165\U000e0041\U0010ffff", "\\u{1d165}\\u{e0041}\\u{10ffff}")]
    [InlineData("größe 中 \U0001f600\U0001f3fb", "größe 中 \U0001f600\U0001f3fb")]
    [InlineData("\U0001f468\u200d\U0001f469", "\U0001f468\\u{200d}\U0001f469")]
    public void A_name_is_quoted_as_the_reference_quotes_it(string name, string quoted)
    {
        var escaped = string.Concat(name.EnumerateRunes().Select(rune => $"\\U{rune.Value:x8}"));
        var config = SampleConfig.Parse("memory", "", ("session_store", escaped));
        var error = Assert.Single(new Registry().Add(SampleDriver.Serving("memory", AllKinds)).Validate(config));
        Assert.Equal($"unknown session_store driver \"{quoted}\"; available drivers: [memory]", error.Message);
        Assert.Equal(name, error.Driver);
    }

    [Theory]
    [InlineData("postgres://u:hunter2@host/db")]
    [InlineData("Host=db;Password=hunter2")]
    [InlineData("user:hunter2@host:6379")]
    public void An_address_in_the_place_of_a_name_is_not_shown(string address)
    {
        var config = SampleConfig.Parse(
            "memory", $"\"y{address}\" = 1\n[storage.\"x{address}\"]\n", ("audit_sink", address));
        var registry = new Registry().Add(SampleDriver.Serving("memory", AllKinds));
        var error = Assert.Single(registry.Validate(config));
        Assert.Equal("unknown audit_sink driver \"…\"; available drivers: [memory]", error.Message);
        Assert.Null(error.Driver);
        Assert.Equal(2, registry.Warnings(config).Count);
        Assert.DoesNotContain(
            "hunter2", $"{config} {error} {string.Join(' ', registry.Warnings(config))}", StringComparison.Ordinal);
    }

    static string[] AllKinds => [.. SampleDriver.Six.Select(contract => contract.Kind)];
}
