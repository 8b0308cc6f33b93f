using System.Diagnostics;
using StorageKit.Local;
using StorageKit.Postgres;
using StorageKit.Sqlite;

namespace StorageKit.Conformance.Power.Kills;

/// <summary>A driver on a fresh backend, and what is killed: the process that uses it, or the backend's own.</summary>
abstract class KillTarget : IAsyncDisposable
{
    internal static IReadOnlyList<string> Drivers { get; } = ["sqlite", "local", "postgres"];

    internal SuiteScope Scope { get; } = new();

    internal abstract string Section { get; }

    /// <summary>What it was tried on, with its version.</summary>
    internal abstract Task<string> VersionAsync();

    /// <summary>Kills the backend, if it is one that is killed; the load is killed after it.</summary>
    internal virtual Task KillAsync(int round) => Task.CompletedTask;

    /// <summary>Starts what was killed.</summary>
    internal virtual Task RestartAsync() => Task.CompletedTask;

    /// <summary>Whether writes may fail before the load itself is killed.</summary>
    internal virtual bool KillsBackend => false;

    internal static Registry NewRegistry() => new Registry().AddSqlite().AddLocal().AddPostgres();

    internal static async Task<KillTarget> StartAsync(string driver) => driver switch
    {
        "sqlite" => new SqliteTarget(),
        "local" => new LocalTarget(),
        "postgres" => await PostgresTarget.StartAsync(),
        _ => throw new ArgumentException(
            $"No driver \"{driver}\"; there are {string.Join(", ", Drivers)}.", nameof(driver)),
    };

    public virtual ValueTask DisposeAsync()
    {
        Scope.Dispose();
        return default;
    }

    sealed class SqliteTarget : KillTarget
    {
        internal override string Section => $"path = '{Path.Combine(Scope.Folder, "store.db")}'\nplaintext = true";

        internal override async Task<string> VersionAsync()
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
            await connection.OpenAsync();
            return $"SQLite {connection.ServerVersion}";
        }
    }

    sealed class LocalTarget : KillTarget
    {
        internal override string Section => $"path = '{Path.Combine(Scope.Folder, "store")}'\nplaintext = true";

        internal override Task<string> VersionAsync()
        {
            var drive = DriveInfo.GetDrives().Where(drive => Scope.Folder.StartsWith(drive.Name, StringComparison.Ordinal))
                .MaxBy(drive => drive.Name.Length)!;
            return Task.FromResult($"Linux {Environment.OSVersion.Version.ToString(2)}, {drive.DriveFormat}");
        }
    }
}
