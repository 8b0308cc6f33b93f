using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Cli.Tests;

/// <summary>docs/cli.md: what it shows is what the tool says.</summary>
public sealed partial class CliPageTests : ToolFolder
{
    /// <summary>STORAGEKIT_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public async Task Every_transcript_is_what_the_tool_says()
    {
        var path = Path.Combine(Repository.Root, "docs/cli.md");
        var page = await File.ReadAllTextAsync(path);
        var written = new StringBuilder();
        var end = 0;
        foreach (Match fence in Fence().Matches(page))
        {
            written.Append(page, end, fence.Index - end);
            end = fence.Index + fence.Length;
            var content = fence.Groups["content"].Value;
            if (fence.Groups["language"].Value == "text") content = await ReplayAsync(content);
            else await WriteAsync(content, content[2..content.IndexOf('\n', StringComparison.Ordinal)]);
            if (content.StartsWith("# storage.toml", StringComparison.Ordinal)) await FillAsync(content);
            written.Append($"```{fence.Groups["language"].Value}\n{content}```");
        }
        written.Append(page, end, page.Length - end);
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            await File.WriteAllTextAsync(path, written.ToString());
        else
            Assert.Equal(page, written.ToString());
    }

    [Fact]
    public async Task Every_command_is_on_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/cli.md"));
        var help = (await RunAsync("--help")).Output;
        var commands = Listed().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]);
        Assert.True(commands.Count > 8, help);
        Assert.All(
            commands, command => Assert.Contains(
                $"| `storagekit {command.Groups[1].Value}", page, StringComparison.Ordinal));
    }

    /// <summary>Runs the commands of a transcript as a shell does, with the tool in place of its name.</summary>
    async Task<string> ReplayAsync(string transcript)
    {
        var told = new StringBuilder();
        foreach (var line in transcript.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            var command = line[2..].Replace("storagekit ", $"dotnet '{Tool.Path}' ", StringComparison.Ordinal);
            var start = new ProcessStartInfo("sh", ["-c", $"exec 2>&1; {command}"])
            {
                WorkingDirectory = Folder, RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            told.Append(line).Append('\n').Append(Steady(output));
        }
        return told.ToString();
    }

    /// <summary>Without what is another each time, or on each machine.</summary>
    string Steady(string output)
    {
        output = output.Replace(Folder, "/home/you", StringComparison.Ordinal);
        output = Milliseconds().Replace(output, "0.4 ms");
        output = Certified().Replace(output, "storagekit_certify_5164f3aeeacf");
        output = FileSystem().Replace(output, "the file system is ext4");
        return Space().Replace(output, "64.0 GiB are free");
    }

    /// <summary>The log that the page speaks of: two sessions, and what they did.</summary>
    async Task FillAsync(string toml)
    {
        // Its key is not there yet, and no entry needs one.
        toml = toml[..toml.IndexOf("[storage.encryption]", StringComparison.Ordinal)];
        await WriteAsync(toml.Replace("audit.db", PathOf("audit.db"), StringComparison.Ordinal), "fill.toml");
        await using var storage = await Drivers.CreateRegistry().OpenAsync(
            StorageConfig.Load(PathOf("fill.toml")), kind => kind == "audit_sink");
        var agent = AgentId.Parse("018f3c5e-0000-7000-8000-0000000000aa");
        foreach (var (number, tool) in new[] { (1, "breakfast"), (2, "lunch") })
        {
            var (session, last) = (SessionId.Parse($"018f3c5e-0000-7000-8000-00000000000{number}"), Hash256.Genesis);
            for (var i = 0ul; i < 3; i++)
            {
                var entry = AuditEntry.ToolDispatch(
                    i, 1_790_000_000_000_000_000 + (i * 1_000_000_000), agent, session, $"{{\"order\":\"{tool}\"}}", last);
                await storage.Audit.EmitAsync(entry);
                last = entry.EntryHash;
            }
        }
    }

    [GeneratedRegex("```(?<language>text|toml)\n(?<content>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"[\d.]+ ms\b")]
    private static partial Regex Milliseconds();

    [GeneratedRegex("storagekit_certify_[0-9a-f]+")]
    private static partial Regex Certified();

    [GeneratedRegex(@"the file system is \w+")]
    private static partial Regex FileSystem();

    [GeneratedRegex(@"[\d.,]+ GiB are free")]
    private static partial Regex Space();
}
