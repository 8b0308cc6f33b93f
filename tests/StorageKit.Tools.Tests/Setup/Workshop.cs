using StorageKit.Local;
using StorageKit.Memory;
using StorageKit.Postgres;
using StorageKit.Sqlite;

namespace StorageKit.Tools.Tests;

/// <summary>A host made from a configuration, in a folder of its own.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-tools-");

    internal Workshop(ToolHostOptions? options = null)
    {
        Host = new(options);
        Host.RegisterProvider(Storage);
    }

    internal ToolHost Host { get; }

    internal StorageToolProvider Storage { get; } = new();

    internal string Folder => _folder.FullName;

    internal static Registry Registry() => new Registry().AddMemory().AddLocal().AddSqlite().AddPostgres();

    internal static async Task<Workshop> OpenAsync(string toml, ToolHostOptions? options = null)
    {
        var workshop = new Workshop(options);
        await workshop.ApplyAsync(toml);
        return workshop;
    }

    /// <summary>Makes the host what the configuration says; FOLDER stands for the folder.</summary>
    internal async Task ApplyAsync(string toml) =>
        Assert.Empty(await Host.ApplyAsync(ToolsConfig.Parse(
            toml.Replace("FOLDER", Folder, StringComparison.Ordinal), Registry())));

    /// <param name="agent">Who calls.</param>
    /// <param name="tool">What is called.</param>
    /// <param name="arguments">A JSON object without its braces.</param>
    internal async Task<ToolResult> CallAsync(string agent, string tool, string arguments = "") =>
        await Host.CallAsync(agent, tool, Json.Of($"{{{arguments}}}"));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
