using System.Text.Json;
using StorageKit.Local;
using StorageKit.Memory;
using StorageKit.Postgres;
using StorageKit.Sqlite;

namespace StorageKit.Tools.Tests.Docs;

/// <summary>The code of docs/tools.md, as it stands there.</summary>
internal static class HostExample
{
    internal static async Task<ToolResult> RunAsync(string path, IAuditSink audit)
    {
        var registry = new Registry().AddMemory().AddLocal().AddSqlite().AddPostgres();
        await using var host = new ToolHost(new() { Audit = audit, CallTimeout = TimeSpan.FromSeconds(10) });
        host.RegisterProvider(new StorageToolProvider());
        foreach (var failure in await host.ApplyAsync(ToolsConfig.Load(path, registry)))
            Console.Error.WriteLine(failure.Message);

        host.ToolsChanged += (_, _) => Console.WriteLine("other tools now");
        foreach (var tool in host.ToolsFor("writer"))
            Console.WriteLine($"{tool.Name}: {tool.Description}");
        var arguments = JsonElement.Parse("""{ "key": "greeting", "value": "hello" }""");
        var result = await host.CallAsync("writer", "docs-write", arguments);
        return result;
    }
}
