namespace StorageKit.Mcp.Tests.Setup;

/// <summary>A folder with a configuration, and how <c>storagekit mcp</c> is started on it.</summary>
internal sealed class Workplace : IDisposable
{
    const string Agents = """

        [[agent]]
        name = "writer"
        storage = ["docs", "scratch"]

        [[agent]]
        name = "reader"
        storage = ["docs:read"]

        [[agent]]
        name = "nobody"
        storage = []
        """;

    internal Workplace()
    {
        Folder = Directory.CreateTempSubdirectory("storagekit-mcp-").FullName;
        Config = Path.Combine(Folder, "storage.toml");
        Write(Component("docs", "local") + Component("scratch", "memory") + Agents);
    }

    internal string Folder { get; }

    internal string Config { get; }

    internal static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "StorageKit.Cli.dll");

    internal string[] Serve(string agent, params string[] more) =>
        ["dotnet", Tool, "mcp", "--config", Config, "--agent", agent, .. more];

    internal string Component(string name, string type) => $"""
        [[component]]
        type = "storage"
        name = "{name}"
        storage_type = "{type}"
        {(type == "local" ? $"base_path = '{Path.Combine(Folder, name)}'" : "")}

        """;

    internal void Write(string text) => File.WriteAllText(Config, text);

    /// <summary>Replaces the file in one step, as careful editors do.</summary>
    internal void Change(string from, string to)
    {
        var text = File.ReadAllText(Config);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var next = Config + ".next";
        File.WriteAllText(next, text.Replace(from, to, StringComparison.Ordinal));
        File.Move(next, Config, overwrite: true);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
