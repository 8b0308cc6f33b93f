using System.Text.RegularExpressions;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Cli.Tests;

/// <summary>docs/cli.md: what it shows is what the tool says.</summary>
public sealed partial class CliPageTests
{
    /// <summary>STORAGEKIT_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public async Task The_transcript_is_what_the_tool_says()
    {
        var path = Path.Combine(Repository.Root, "docs/cli.md");
        var page = await File.ReadAllTextAsync(path);
        var folder = Directory.CreateTempSubdirectory("storagekit-cli-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "storage.toml"), Fence("toml").Match(page).Groups[1].Value);
        var shown = Fence("text").Match(page).Groups[1].Value;
        var command = shown[2..shown.IndexOf('\n', StringComparison.Ordinal)];
        var result = await Tool.RunAsync(folder, command.Split(' ')[1..]);
        Directory.Delete(folder, recursive: true);
        var said = $"$ {command}\n{result.Output}{result.Error}";
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            await File.WriteAllTextAsync(path, page.Replace(shown, said, StringComparison.Ordinal));
        else
            Assert.Equal(said, shown);
    }

    [Fact]
    public async Task Every_command_is_on_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/cli.md"));
        var help = (await Tool.RunAsync(".", "--help")).Output;
        var commands = Listed().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]);
        Assert.NotEmpty(commands);
        Assert.All(
            commands, command => Assert.Contains(
                $"| `storagekit {command.Groups[1].Value}", page, StringComparison.Ordinal));
    }

    static Regex Fence(string language) => new($"```{language}\n(.*?)```", RegexOptions.Singleline);

    [GeneratedRegex(@"^  (\w+)  ", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
