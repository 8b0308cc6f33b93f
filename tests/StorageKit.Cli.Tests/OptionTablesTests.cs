using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Cli.Tests;

/// <summary>docs/configuration.md: its tables of options are what <c>storagekit config schema</c> says.</summary>
public sealed partial class OptionTablesTests : ToolFolder
{
    /// <summary>STORAGEKIT_ACCEPT=1 writes them anew.</summary>
    [Fact]
    public async Task The_tables_of_options_are_those_of_the_drivers()
    {
        var path = Path.Combine(Repository.Root, "docs/configuration.md");
        var page = await File.ReadAllTextAsync(path);
        var sections = await SectionsAsync();
        var written = Table().Replace(
            page, found => sections.TryGetPropertyValue(found.Groups["name"].Value, out var section)
                ? found.Groups["heading"].Value + OptionTable.Of(section!)
                : found.Value);
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1") await File.WriteAllTextAsync(path, written);
        else Assert.Equal(written, page);
    }

    [Fact]
    public async Task Every_driver_has_a_table()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/configuration.md"));
        var drivers = (await SectionsAsync()).Where(section => (string?)section.Value!["type"] == "object")
            .Select(section => section.Key).Order(StringComparer.Ordinal);

        var shown = Table().Matches(page).Select(table => table.Groups["name"].Value).Order(StringComparer.Ordinal);
        Assert.Equal(drivers, shown);
    }

    [Fact]
    public async Task The_example_is_right()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/configuration.md"));
        await WriteAsync(Example().Match(page).Groups[1].Value);
        Directory.CreateDirectory(PathOf("secrets"));
        await WriteAsync("a password", "secrets/redis");
        Environment.SetEnvironmentVariable("DB_PASSWORD", "a password");
        Environment.SetEnvironmentVariable("STORAGE_KEY", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        var said = await RunAsync("config", "validate", "storage.toml");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
    }

    [Fact]
    public async Task Each_contract_is_listed_with_its_drivers()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/configuration.md"));
        var contracts = (await SectionsAsync()).Where(section => section.Value!["enum"] is not null);

        foreach (var (kind, contract) in contracts)
        {
            var drivers = string.Join(", ", contract!["enum"]!.AsArray().Select(name => (string)name!));
            Assert.Matches($@"(?m)^\| `{kind}` \| `I\w+` \| {drivers} \|$", page);
        }
    }

    static async Task<JsonObject> SectionsAsync()
    {
        var schema = JsonNode.Parse((await Tool.RunAsync(".", "config", "schema")).Output)!;
        return schema["properties"]!["storage"]!["properties"]!.AsObject();
    }

    [GeneratedRegex(@"(?<heading>^### (?<name>[a-z]+)\n\n)(?:^\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex("```toml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
