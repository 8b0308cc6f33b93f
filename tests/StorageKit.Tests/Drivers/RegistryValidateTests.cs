using StorageKit.Tests.Config;

namespace StorageKit.Tests.Drivers;

/// <summary>A configuration held against the registered drivers.</summary>
public sealed class RegistryValidateTests
{
    static readonly string[] AllKinds = [.. SampleDriver.Six.Select(contract => contract.Kind)];

    static Registry Drivers() => new Registry()
        .Add(SampleDriver.Serving("memory", AllKinds))
        .Add(SampleDriver.Reference("redis"))
        .Add(SampleDriver.Serving("files", "audit_sink", "session_store"));

    static string[] Errors(StorageConfig config) => [.. Drivers().Validate(config).Select(error => error.ToString())];

    static string[] Warnings(StorageConfig config) =>
        [.. Drivers().Warnings(config).Select(warning => warning.ToString())];

    [Fact]
    public void Unknown_drivers_and_missing_sections_are_all_reported_kind_by_kind_with_positions_and_nearest_names()
    {
        var config = SampleConfig.Parse(
            "memory", "", ("policy_store", "redis"), ("audit_sink", "flies"), ("credential_store", "files"),
            ("lifecycle_store", "mongodb"));
        Assert.Equal(
            [
                "storage.toml:2:16: driver \"redis\" (selected for policy_store) has no [storage.redis] subsection; "
                + "add [storage.redis]",
                "storage.toml:3:14: unknown audit_sink driver \"flies\"; available drivers: [files, "
                + "memory, redis]; did you mean \"files\"?",
                "storage.toml:5:20: unknown credential_store driver \"files\"; available drivers: [memory, "
                + "redis]; the driver \"files\" does not serve credential_store",
                "storage.toml:7:19: unknown lifecycle_store driver \"mongodb\"; available drivers: [memory, redis]",
            ],
            Errors(config));
    }

    [Fact]
    public void A_driver_without_required_options_needs_no_section() =>
        Assert.Empty(Errors(SampleConfig.Parse("memory")));

    [Fact]
    public void An_empty_registry_says_what_to_do() =>
        Assert.Equal(
            "storage.toml:2:16: unknown policy_store driver \"memory\"; available drivers: []; "
            + "add a driver to the registry",
            new Registry().Validate(SampleConfig.Parse("memory"))[0].ToString());

    [Theory]
    [InlineData("memory = \"postgres://u:hunter2@h\"", "a string")]
    [InlineData("memory = 7", "an integer")]
    [InlineData("[[storage.memory]]", "an array")]
    public void A_section_that_is_no_table_is_refused_without_showing_it(string section, string found)
    {
        var error = Assert.Single(Errors(SampleConfig.Parse("memory", section)));
        Assert.EndsWith(
            $"[storage] memory: expected a table, found {found}; write [storage.memory]", error,
            StringComparison.Ordinal);
        Assert.StartsWith("storage.toml:8:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_no_driver_reads_is_an_error_in_a_selected_section() =>
        Assert.Equal(
            ["storage.toml:9:1: [storage.memory] unknown key \"path\"; this driver has no options"],
            Errors(SampleConfig.Parse("memory", "[storage.memory]\npath = 1\n")));

    [Fact]
    public void The_options_of_all_drivers_are_reported_at_once_after_the_drivers()
    {
        static object? Bind(SectionReader section)
        {
            section.Text("url", OptionFlags.Required);
            section.Integer("size");
            return section.Complete() ? new object() : null;
        }
        var registry = new Registry().Add(SampleDriver.WithOptions("a", Bind)).Add(SampleDriver.WithOptions("b", Bind));
        var config = SampleConfig.Parse(
            "a", "[storage.b]\nsize = true\n[storage.a]\nsise = 1\n", ("audit_sink", "b"), ("session_store", "c"));
        Assert.Equal(
            [
                "storage.toml:4:17: unknown session_store driver \"c\"; available drivers: [a, b]; did you mean \"a\"?",
                "storage.toml:10:1: [storage.a] missing key \"url\"; add url = … (string)",
                "storage.toml:11:1: [storage.a] unknown key \"sise\"; did you mean \"size\"?",
                "storage.toml:8:1: [storage.b] missing key \"url\"; add url = … (string)",
                "storage.toml:9:8: [storage.b] size: expected integer, found true",
            ],
            registry.Validate(config).Select(error => error.ToString()));
        Assert.Equal(["c", "a", "a", "b", "b"], registry.Validate(config).Select(error => error.Driver));
    }

    [Fact]
    public void A_required_option_without_a_section_is_reported_where_the_driver_is_named() =>
        Assert.Equal(
            "storage.toml:2:16: [storage.a] missing key \"url\"; add url = … (string)",
            Assert.Single(new Registry()
                .Add(
                    SampleDriver.WithOptions(
                        "a", s => s.Text("url", OptionFlags.Required).IsSet && s.Complete() ? s : null))
                .Validate(SampleConfig.Parse("a"))).ToString());

    [Fact]
    public void Options_that_refuse_a_value_are_an_error_that_does_not_show_it()
    {
        var registry = new Registry().Add(SampleDriver.WithOptions("a", static section =>
            throw new ArgumentException(section.Text("url").Value)));
        Assert.Equal(
            "storage.toml:8:1: [storage.a] the options cannot be made: ArgumentException; "
            + "one of the values is none the driver accepts",
            Assert.Single(registry.Validate(SampleConfig.Parse("a", "[storage.a]\nurl = \"hunter2\"\n"))).ToString());
    }

    [Fact]
    public void What_nobody_reads_is_a_warning_with_the_nearest_name()
    {
        var config = SampleConfig.Parse(
            "memory",
            "audit_snik = \"memory\"\ncap = 5\nobjectstore = "
            + "\"memory\"\n[storage.redis]\n[storage.memroy]\n[storage.sqlite_buffer]\n[storage.\"a "
            + "b\"]\n[gateway]\nx = 1\n");
        Assert.Empty(Errors(config));
        Assert.Equal(
            [
                "storage.toml:8:1: [storage] audit_snik is read by nobody; did you mean \"audit_sink\"?",
                "storage.toml:9:1: [storage] cap is read by nobody",
                "storage.toml:10:1: [storage] objectstore is read by nobody; did you mean \"object_store\"?",
                "storage.toml:11:10: [storage.redis] is read by nobody; no contract selects the driver \"redis\"",
                "storage.toml:12:10: [storage.memroy] is read by nobody; did you mean \"memory\"?",
                "storage.toml:13:10: [storage.sqlite_buffer] is read by nobody",
                "storage.toml:14:10: [storage.\"a b\"] is read by nobody",
            ],
            Warnings(config));
    }

    [Fact]
    public void The_object_store_is_selected_as_the_others_are_but_may_be_left_out() =>
        Assert.Equal(
            ["storage.toml:8:16: unknown object_store driver \"memory\"; available drivers: []; "
                + "the driver \"memory\" does not serve object_store"],
            Errors(SampleConfig.Parse("memory", "object_store = \"memory\"\n")));

    [Fact]
    public void A_very_long_name_is_answered_at_once()
    {
        var config = SampleConfig.Parse("memory", "", ("audit_sink", new string('m', 500_000)));
        Assert.Equal(ConfigErrorKind.UnknownDriver, Assert.Single(Drivers().Validate(config)).Kind);
    }
}
