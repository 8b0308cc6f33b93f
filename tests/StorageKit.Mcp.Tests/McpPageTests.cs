using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using StorageKit.Mcp.Tests.Setup;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Mcp.Tests;

/// <summary>docs/mcp.md: its transcript is what a real client and the server say to each other.</summary>
public sealed partial class McpPageTests : IDisposable
{
    const string Mark = "<!-- transcript: written by McpPageTests -->\n```text\n";

    static readonly string Page = Path.Combine(Repository.Root, "docs/mcp.md");

    // As a person reads it.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Workplace _workplace = new();
    readonly List<string> _transcript = [];

    /// <summary>STORAGEKIT_ACCEPT=1 writes it anew.</summary>
    [ClientFact]
    public async Task The_transcript_is_what_a_client_and_the_server_say()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        _transcript.Add("→ tools/list");
        _transcript.Add($"← {string.Join(' ', await client.ToolNamesAsync())}");
        await SayAsync(client, "docs-write", new { key = "notes/today.md", value = "Ship it." });
        await SayAsync(client, "docs-read", new { key = "notes/today.md" });
        await SayAsync(client, "docs-list", new { prefix = "notes/" });
        await SayAsync(client, "docs-read", new { kee = "notes/today.md" });
        await SayAsync(client, "crm-query", new { statement = "SELECT 1" });
        await SayAsync(client, "docs-delete", new { key = "notes/today.md" });

        var page = await File.ReadAllTextAsync(Page);
        var start = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        var said = string.Concat(_transcript.Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            await File.WriteAllTextAsync(Page, page[..start] + said + page[end..]);
        else
            Assert.Equal(said, page[start..end]);
    }

    [Fact]
    public async Task Every_option_of_the_command_is_on_the_page()
    {
        var help = Cli.Mcp.McpCommand.Create().Options.Select(option => option.Name).Where(name => name != "--help");
        var page = await File.ReadAllTextAsync(Page);
        Assert.All(help, option => Assert.Contains($"| `{option} ", page, StringComparison.Ordinal));
    }

    [ClientFact]
    public async Task The_file_for_a_client_starts_the_server()
    {
        var page = await File.ReadAllTextAsync(Page);
        var json = JsonFence().Match(page).Groups[1].Value;
        var server = JsonDocument.Parse(json).RootElement.GetProperty("mcpServers").GetProperty("storagekit");
        Assert.Equal("storagekit", server.GetProperty("command").GetString());
        var arguments = server.GetProperty("args").EnumerateArray().Select(given => given.GetString()!)
            .Select(given => given == "storage.toml" ? _workplace.Config : given);
        await using var client = await NodeClient.ConnectAsync(["dotnet", Workplace.Tool, .. arguments]);
        Assert.Contains("docs-read", await client.ToolNamesAsync());
    }

    async Task SayAsync(NodeClient client, string tool, object arguments)
    {
        _transcript.Add("");
        _transcript.Add($"→ tools/call {tool} {JsonSerializer.Serialize(arguments, Plain)}");
        var result = await client.CallAsync(tool, arguments);
        var text = HexMark().Replace(FiveStepsTests.TextOf(result), "stored-…");
        _transcript.Add((result.GetProperty("isError").GetBoolean() ? "← error: " : "← ") + text);
        if (result.TryGetProperty("structuredContent", out var content))
            _transcript.Add($"  {JsonSerializer.Serialize(content, Plain)}");
    }

    [GeneratedRegex("stored-[0-9a-f]{16}")]
    private static partial Regex HexMark();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonFence();

    public void Dispose() => _workplace.Dispose();
}
