using System.Text.Json.Nodes;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;
using StorageKit.Local;
using StorageKit.Sqlite;

namespace StorageKit.Cli.Certify;

/// <summary>A new folder beside the configured path, and so on the same disk.</summary>
internal sealed class FolderScratch : Scratch
{
    readonly string _folder;

    internal FolderScratch(string driver, JsonObject section)
        : base(driver, section)
    {
        var path = (string?)section["path"] ?? throw new UsageException(
            $"[storage.{driver}] has no path; certify works beside it, on the same disk.");
        var beside = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))!;
        if (!Directory.Exists(beside)) throw new UsageException($"The folder {beside} does not exist; create it.");
        _folder = Path.Combine(beside, "." + NewName());
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(
                _folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        section["path"] = Path.Combine(_folder, driver == "sqlite" ? "scratch.db" : "scratch");
    }

    internal override string Where => _folder;

    internal override Action<Registry> Register => Driver == "sqlite" ? SqliteDriver.Register : LocalDriver.Register;

    private protected override object[] Probes => [new FolderScan(_folder)];

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }
}
