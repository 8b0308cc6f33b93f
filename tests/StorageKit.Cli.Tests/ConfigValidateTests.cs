using System.Text.Json;

namespace StorageKit.Cli.Tests;

public sealed class ConfigValidateTests : ToolFolder
{
    [Fact]
    public async Task A_right_file_ends_with_0_and_opens_nothing()
    {
        var result = await ValidateAsync(Right);
        Assert.Equal(new(0, "storage.toml is right: 6 contracts, 0 components, 0 agents.\n", ""), result);
        Assert.Equal(["storage.toml"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Every_error_has_its_line_and_column_and_says_what_to_do()
    {
        var result = await ValidateAsync(
            Right.Replace("counter = \"memory\"", "counter = \"memry\"", StringComparison.Ordinal)
                .Replace("path =", "pth =", StringComparison.Ordinal));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        var lines = result.Error.TrimEnd().Split('\n');
        Assert.Contains(lines, line => line.StartsWith("storage.toml:6:22: ", StringComparison.Ordinal)
            && line.EndsWith("did you mean \"memory\"?", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("storage.toml:10:1: ", StringComparison.Ordinal)
            && line.EndsWith("did you mean \"path\"?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_reads_is_a_warning()
    {
        var result = await ValidateAsync(Right + "\n\n[storage.redis]\nhost = \"x\"\n");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("warning: storage.toml:12:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Components_and_agents_are_read_too_and_need_no_storage_section()
    {
        const string Tools = """
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"

            [[agent]]
            name = "reader"
            storage = ["docs:read"]
            """;
        var right = await ValidateAsync(Tools);
        Assert.Equal("storage.toml is right: 0 contracts, 1 components, 1 agents.\n", right.Output);
        var wrong = await ValidateAsync(
            Right + "\n" + Tools.Replace("docs:read", "dogs:read", StringComparison.Ordinal));
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("storage.toml:18:", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean \"docs\"?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_TOML_or_is_not_there_is_told_once()
    {
        var broken = await ValidateAsync("[storage\n");
        Assert.Equal(2, broken.ExitCode);
        Assert.Matches(@"^storage\.toml:1:\d+: .*\n$", broken.Error);
        var absent = await Tool.RunAsync(Folder, "config", "validate", "absent.toml");
        Assert.Equal(new(2, "", "absent.toml: does not exist; create it, or name another file\n"), absent);
    }

    [Fact]
    public async Task As_JSON_the_errors_are_on_standard_output()
    {
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "storage.toml"),
            Right.Replace("audit_sink = \"sqlite\"", "audit_sink = \"sqlit\"", StringComparison.Ordinal));
        var result = await Tool.RunAsync(Folder, "config", "validate", "storage.toml", "--json");
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        var json = JsonDocument.Parse(result.Output).RootElement;
        Assert.False(json.GetProperty("right").GetBoolean());
        var error = Assert.Single(json.GetProperty("errors").EnumerateArray());
        Assert.Equal((3, 14), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.Equal("did you mean \"sqlite\"?", error.GetProperty("hint").GetString());
    }

    [Fact]
    public async Task No_secret_of_a_wrong_file_is_shown()
    {
        var result = await ValidateAsync("""
            [storage]
            audit_sink = "postgres"

            [storage.postgres]
            url = ["hunter2"]
            """);
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("hunter2", result.Error, StringComparison.Ordinal);
    }

    async Task<Tool.Result> ValidateAsync(string text)
    {
        await WriteAsync(text);
        return await RunAsync("config", "validate", "storage.toml");
    }
}
