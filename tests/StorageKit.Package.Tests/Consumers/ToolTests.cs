namespace StorageKit.Package.Tests.Consumers;

/// <summary>The tool is installed from the feed, as somebody would who has no clone.</summary>
[Collection(nameof(PackedFeed))]
public sealed class ToolTests(PackedFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_and_answers_by_its_name()
    {
        var tools = Path.Combine(feed.Root, "tools");
        (await DotnetCommand.RunAsync(
            feed.Root, "tool", "install", "StorageKit.Cli", "--tool-path", tools, "--version", feed.Version,
            "--source", feed.Folder)).AssertSucceeded();

        var name = OperatingSystem.IsWindows() ? "storagekit.exe" : "storagekit";
        Assert.True(File.Exists(Path.Combine(tools, name)));
        var program = Directory.EnumerateFiles(tools, "StorageKit.Cli.dll", SearchOption.AllDirectories).First();
        var help = await DotnetCommand.RunAsync(feed.Root, program, "mcp", "--help");
        help.AssertSucceeded();
        Assert.Contains("--agent", help.Output, StringComparison.Ordinal);
    }
}
