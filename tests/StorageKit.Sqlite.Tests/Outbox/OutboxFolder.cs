using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite.Tests;

/// <summary>A folder for an outbox and its target, which can be taken away.</summary>
internal sealed class OutboxFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-outbox-");

    internal string Path => _folder.FullName;

    internal Task<OpenedOutbox> OpenAsync(string outbox = "", string target = "") =>
        OpenedOutbox.OpenAsync(Path, outbox, target);

    /// <summary>Locks the target's file against writing, as a process that hangs in a transaction does, until the
    /// result is disposed.</summary>
    internal async Task<IDisposable> TakeTargetAwayAsync()
    {
        // The file, with its schema, has to be there.
        await new Registry().AddSqlite()
            .OpenSectionAsync(SqliteDriver.Name, $"path = '{Path}/target.db'\nplaintext = true")
            .AsTask().ContinueWith(section => section.Result.DisposeAsync().AsTask()).Unwrap();
        return Locked($"{Path}/target.db");
    }

    /// <summary>Keeps drainers away from the outbox until the result is disposed; waits for one that is at it.</summary>
    internal async Task<IDisposable> TakeDrainRightAsync()
    {
        IDisposable? right;
        while ((right = DrainLock.TryTake($"{Path}/outbox.db")) is null) await Task.Delay(1);
        return right;
    }

    internal static SqliteConnection Locked(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Changes the outbox's file as somebody could who has it.</summary>
    internal void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path}/outbox.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal List<long> Positions()
    {
        using var connection = new SqliteConnection($"Data Source={Path}/outbox.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position FROM entries ORDER BY position";
        using var row = command.ExecuteReader();
        List<long> positions = [];
        while (row.Read()) positions.Add(row.GetInt64(0));
        return positions;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
