using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite.Tests;

/// <summary>A database file in a folder of its own, opened through the registry as an application does it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("storagekit-sqlite-").FullName;

    internal string Path => System.IO.Path.Combine(Folder, "agents.db");

    internal ManualClock Clock { get; } = new();

    internal static Registry Registry() => new Registry().AddSqlite();

    internal Task<OpenedDatabase> OpenAsync(string options = KeyRings.OnlyOld, TimeProvider? time = null) =>
        OpenedDatabase.OpenAsync($"path = '{Path}'\n{options}", time ?? TimeProvider.System);

    /// <summary>The file's section, on the clock that <see cref="PassAsync"/> moves.</summary>
    internal ValueTask<DriverSection> OpenSectionAsync(string options) => Registry().OpenSectionAsync(
        SqliteDriver.Name, $"path = '{Path}'\n{options}", new() { TimeProvider = Clock });

    /// <summary>Lets time pass.</summary>
    internal Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>A connection that knows nothing of the driver.</summary>
    internal SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    internal void Execute(string sql)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal long Number(string sql)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>All bytes of all files in the folder: the database, its log, and whatever else lies there.</summary>
    internal byte[] AllBytes()
    {
        using var bytes = new MemoryStream();
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.CopyTo(bytes);
        }
        return bytes.ToArray();
    }

    internal bool Contains(ReadOnlySpan<byte> canary) => AllBytes().AsSpan().IndexOf(canary) >= 0;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
