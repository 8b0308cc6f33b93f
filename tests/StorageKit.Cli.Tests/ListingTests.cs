using System.Text.Json;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Cli.Tests;

public sealed class ListingTests
{
    [Fact]
    public async Task Drivers_are_a_table_of_contracts_and_the_same_as_JSON()
    {
        var table = (await RunAsync("drivers")).Split('\n');
        Assert.Equal(
            ["contract", "local", "memory", "outbox", "postgres", "redis", "sqlite"],
            table[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        // Every contract that a driver serves has been measured.
        var counters = table.Single(row => row.StartsWith("rate_limit_counter ", StringComparison.Ordinal));
        Assert.Matches(@"^rate_limit_counter +- +\w[\w-]+ +- +durable +durable +durable$", counters);
        Assert.DoesNotContain(table, row => row.Contains(" yes", StringComparison.Ordinal));
        Assert.Contains("* postgres, credential_store: CRD-11 deviates, as its suite declares", table);
        var json = JsonDocument.Parse(await RunAsync("drivers", "--json")).RootElement;
        Assert.Equal(
            ["lifecycle_store", "policy_store", "rate_limit_counter", "session_store"],
            json.GetProperty("redis").EnumerateObject().Select(kind => kind.Name));
    }

    [Fact]
    public async Task Clauses_are_listed_and_explained()
    {
        Assert.Contains("RLC-05  concurrent  Concurrent increments tile", await RunAsync("clauses"),
            StringComparison.Ordinal);
        Assert.Equal(
            JsonDocument.Parse(await RunAsync("clauses", "--json")).RootElement.GetArrayLength() + 2,
            (await RunAsync("clauses")).Split('\n').Length);
        Assert.StartsWith("RLC-05 Concurrent increments tile", await RunAsync("clauses", "explain", "rlc-05"),
            StringComparison.Ordinal);
        var unknown = await Tool.RunAsync(".", "clauses", "explain", "RLC-99");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("There is no clause \"RLC-99\"", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("config")]
    [InlineData("drivers", "--jsn")]
    public async Task What_is_no_command_is_refused_on_standard_error(params string[] arguments)
    {
        var result = await Tool.RunAsync(".", arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("storagekit: add --help to see what can be given.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_the_name_of_the_tool_and_version_is_a_number()
    {
        Assert.Contains("storagekit [command] [options]", await RunAsync("--help"), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", await RunAsync("--version"));
    }

    static async Task<string> RunAsync(params string[] arguments)
    {
        var result = await Tool.RunAsync(".", arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    [Fact]
    public async Task Rules_are_those_of_the_analyzers_and_each_can_be_explained()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs/rules"), "SK*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal).ToList();
        var table = (await Tool.RunAsync(".", "rules")).Output.TrimEnd().Split('\n');
        Assert.StartsWith("rule ", table[0], StringComparison.Ordinal);
        Assert.Equal(pages, table[1..].Select(row => row[..6]));
        var json = JsonDocument.Parse((await Tool.RunAsync(".", "rules", "--json")).Output).RootElement;
        Assert.Equal(pages.Count, json.GetArrayLength());
        var page = await Tool.RunAsync(".", "rules", "explain", "sk2005");
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/rules/SK2005.md")), page.Output);
        var none = await Tool.RunAsync(".", "rules", "explain", "README");
        Assert.Equal(
            (2, "storagekit: There is no rule \"README\"; storagekit rules lists them all.\n"),
            (none.ExitCode, none.Error));
    }
}
