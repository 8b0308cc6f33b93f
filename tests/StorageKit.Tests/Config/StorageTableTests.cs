using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>The forms that <c>[storage]</c> can have.</summary>
public sealed class StorageTableTests
{
    const string Keys =
        """policy_store = "m", audit_sink = "m", session_store = "m", credential_store = "m", rate_limit_counter = "m", lifecycle_store = "m" """;

    static readonly Registry Drivers = new Registry().Add(SampleDriver.Reference("m"));

    public static TheoryData<string> Forms =>
    [
        $"storage = {{ {Keys}, m = {{}} }}",
        "storage.m.x = 1\n" + string.Concat(Keys.TrimEnd().Split(", ").Select(key => $"storage.{key}\n")),
        "[\"storage\"]\n" + Keys.Replace(", ", "\n", StringComparison.Ordinal) + "\n['storage'.\"m\"]",
        "[storage.m]\n[storage]\n" + Keys.Replace(", ", "\n", StringComparison.Ordinal),
        "[storage]\nm = {x = 1}\n" + Keys.Replace(", ", "\r\n", StringComparison.Ordinal),
        "\ufeff[ storage ]\n" + Keys.Replace("\"m\"", "\"\"\"m\"\"\"", StringComparison.Ordinal)
            .Replace(", ", "\n", StringComparison.Ordinal) + "\n[ storage . m ]",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_TOML_says_the_same(string toml) =>
        Assert.Empty(Drivers.Validate(StorageConfig.Parse(toml)));

    [Theory]
    [InlineData("", "storage.toml: has no [storage] section; add [storage] with a driver for each contract")]
    [InlineData("[Storage]", "storage.toml: has no [storage] section; did you mean [storage] where it says Storage?")]
    [InlineData("storage = 3", "storage.toml:1:1: storage: expected a table, found an integer")]
    [InlineData("storage = \"memory\"", "storage.toml:1:1: storage: expected a table, found a string")]
    [InlineData("[[storage]]", "storage.toml:1:3: storage: expected a table, found an array")]
    public void A_document_without_the_table_is_refused(string toml, string error) =>
        Assert.Equal(error, Assert.Single(SampleConfig.ParseErrors(toml)).ToString());

    [Fact]
    public void Every_missing_and_mistyped_key_is_reported_in_the_order_of_the_contracts()
    {
        var errors = SampleConfig.ParseErrors(
            """
            [storage]
            lifecycle_store = ["m"]
            audit_sink = { name = "m" }
            sesion_store = "m"
            object_store = 7
            policy_store = "m"
            rate_limit_counter = "m"
            """);
        Assert.Equal(
            [
                "storage.toml:3:14: [storage] audit_sink: expected a driver's name (string), found a table",
                "storage.toml:1:2: [storage]: missing field `session_store`; "
                + "did you mean session_store where it says sesion_store?",
                "storage.toml:1:2: [storage]: missing field `credential_store`; add credential_store = \"DRIVER\"",
                "storage.toml:2:19: [storage] lifecycle_store: expected a driver's name (string), found an array",
                "storage.toml:5:16: [storage] object_store: expected a driver's name (string), found an integer",
            ],
            errors.Select(error => error.ToString()));
        Assert.All(errors, error => Assert.Equal(ConfigErrorKind.ParseError, error.Kind));
    }

    [Fact]
    public void The_text_of_a_configuration_shows_drivers_and_names_of_sections_only()
    {
        var config = SampleConfig.Parse("m", "m = \"redis://u:hunter2@h\"\n[storage.other]\nurl = \"hunter2\"\n");
        Assert.StartsWith("policy_store = \"m\", audit_sink = \"m\", ", config.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "[storage.m] <redacted>, [storage.other] <redacted>", config.ToString(), StringComparison.Ordinal);
    }
}
