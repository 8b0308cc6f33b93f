using System.Diagnostics;
using System.Text.Json;
using StorageKit.Mcp.Tests.Setup;

namespace StorageKit.Mcp.Tests;

/// <summary>The Inspector's command line, which validates what it gets more strictly than most clients.</summary>
public sealed class InspectorTests : IDisposable
{
    readonly Workplace _workplace = new();

    [ClientFact]
    public async Task The_Inspector_lists_the_tools_and_calls_one()
    {
        var tools = await InspectAsync("--method", "tools/list");
        Assert.Equal(10, tools.GetProperty("tools").GetArrayLength());
        var written = await InspectAsync(
            "--method", "tools/call", "--tool-name", "docs-write", "--tool-arg", "key=k", "value=hello");
        Assert.Equal(5, written.GetProperty("structuredContent").GetProperty("size").GetInt32());
        var read = await InspectAsync("--method", "resources/read", "--uri", "storage://docs/k");
        Assert.Equal("hello", read.GetProperty("contents")[0].GetProperty("text").GetString());
    }

    async Task<JsonElement> InspectAsync(params string[] request)
    {
        var inspector = Path.Combine(
            NodePrograms.Folder(NodeClient.Folder), "node_modules/@modelcontextprotocol/inspector-cli/build/cli.js");
        using var process = Process.Start(new ProcessStartInfo(
            NodePrograms.Node!, [inspector, "--cli", "--config", Servers(), "--server", "storagekit", .. request])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>The file that people write for their clients.</summary>
    string Servers()
    {
        var server = _workplace.Serve("writer");
        var path = Path.Combine(_workplace.Folder, "mcp.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            mcpServers = new { storagekit = new { command = server[0], args = server[1..] } },
        }));
        return path;
    }

    public void Dispose() => _workplace.Dispose();
}
