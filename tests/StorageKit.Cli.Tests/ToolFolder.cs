namespace StorageKit.Cli.Tests;

/// <summary>A folder of its own for a test that runs the tool.</summary>
public abstract class ToolFolder : IDisposable
{
    private protected const string Right = """
        [storage]
        policy_store = "sqlite"
        audit_sink = "sqlite"
        session_store = "sqlite"
        credential_store = "memory"
        rate_limit_counter = "memory"
        lifecycle_store = "memory"

        [storage.sqlite]
        path = "audit.db"
        """;

    private protected const string Encryption = """


        [storage.encryption]
        active = "a"
        keys = { a = "RqVDKxWSdsWDHVcFyClp8mLHKXUJpnQhcwVqoTeBXV0=" }

        """;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("storagekit-cli-").FullName;

    private protected string PathOf(string name) => Path.Combine(Folder, name);

    private protected Task WriteAsync(string text, string name = "storage.toml") =>
        File.WriteAllTextAsync(PathOf(name), text);

    private protected Task<string> ReadAsync(string name = "storage.toml") => File.ReadAllTextAsync(PathOf(name));

    private protected Task<Tool.Result> RunAsync(params string[] arguments) => Tool.RunAsync(Folder, arguments);

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
