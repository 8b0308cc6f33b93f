using System.Text.Json.Nodes;
using NJsonSchema;

namespace StorageKit.Cli.Tests;

/// <summary>The schema, held against the registry by a validator that is not ours.</summary>
public sealed class ConfigSchemaTests : ToolFolder
{
    [Theory]
    [InlineData("")]
    [InlineData("session_ttl = \"1h\"")]
    [InlineData("busy_timeout = \"soon\"")]
    [InlineData("busy_timeout = 5")]
    [InlineData("enforce_chain = \"true\"")]
    [InlineData("unheard_of = 1")]
    [InlineData("[storage.postgres]\nhost = \"h\"\ndatabase = \"d\"\nusername = \"u\"\nport = 0")]
    [InlineData("[storage.postgres]\nhost = \"h\"\ndatabase = \"d\"\nusername = \"u\"\nport = 65535")]
    [InlineData("[storage.postgres]\nhost = \"h\"\nssl_mode = \"verify_full\"")]
    [InlineData("[storage.postgres]\nhost = \"h\"\ndatabase = \"d\"\nusername = \"u\"\nssl_mode = \"verify-full\"")]
    [InlineData("[storage.redis]\npolicy_source = \"postgres\"\nlayout = \"agent-assembly\"")]
    public async Task It_accepts_what_the_drivers_accept(string more)
    {
        var schema = await JsonSchema.FromJsonAsync((await RunAsync("config", "schema")).Output);
        // Everything is selected, so that the tool looks at each section.
        var toml = Right + "\n" + more + "\n";
        if (more.Contains("postgres]", StringComparison.Ordinal))
            toml = toml.Replace("audit_sink = \"sqlite\"", "audit_sink = \"postgres\"", StringComparison.Ordinal);
        if (more.Contains("redis]", StringComparison.Ordinal))
            toml = toml.Replace("session_store = \"sqlite\"", "session_store = \"redis\"", StringComparison.Ordinal);
        await WriteAsync(toml);
        var said = await RunAsync("config", "validate", "storage.toml");
        var accepted = !said.Error.Split('\n').Any(
            line => line.StartsWith("storage.toml:", StringComparison.Ordinal)
                // Which driver is behind which is more than a schema can say.
                && !line.Contains("[storage.postgres] subsection", StringComparison.Ordinal));
        var json = await RunAsync("config", "show", "storage.toml", "--json");
        Assert.Equal(accepted, schema.Validate(json.Output).Count == 0);
    }

    [Fact]
    public async Task Each_option_has_its_documentation_its_default_and_its_range()
    {
        var schema = JsonNode.Parse((await RunAsync("config", "schema")).Output)!;
        var sections = schema["properties"]!["storage"]!["properties"]!;
        var port = sections["postgres"]!["properties"]!["port"]!;
        Assert.Equal("""
            {"description":"The server's TCP port.","type":"integer","minimum":1,"maximum":65535,"default":5432}
            """.Trim(), port.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.Equal("5s", (string?)sections["sqlite"]!["properties"]!["busy_timeout"]!["default"]);
        Assert.Equal("prefer", (string?)sections["postgres"]!["properties"]!["ssl_mode"]!["default"]);
        Assert.Contains(
            "${VARIABLE}", (string?)sections["redis"]!["properties"]!["password"]!["description"],
            StringComparison.Ordinal);
        // Another option is named as the file writes it, not as the C# property.
        var policyTtl = sections["redis"]!["properties"]!["policy_ttl"]!;
        Assert.Contains("a policy of policy_source", (string?)policyTtl["description"], StringComparison.Ordinal);
        foreach (var (driver, section) in sections.AsObject().Where(s => (string?)s.Value!["type"] == "object"))
            foreach (var (key, option) in section!["properties"]!.AsObject())
                Assert.True((string?)option!["description"] is { Length: > 10 }, $"{driver}.{key} has no description");
    }
}
