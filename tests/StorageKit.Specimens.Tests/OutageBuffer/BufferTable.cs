using System.Text;
using Microsoft.Data.Sqlite;

namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>The reference's buffer file: WAL, <c>synchronous = NORMAL</c>, and no more rows than the cap.</summary>
internal sealed class BufferTable : IDisposable
{
    readonly Lock _lock = new();
    readonly SqliteConnection _connection;
    readonly long _cap;

    internal BufferTable(string path, long cap)
    {
        _cap = cap;
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run(
            "CREATE TABLE IF NOT EXISTS events (id integer PRIMARY KEY AUTOINCREMENT, payload blob NOT NULL, "
            + "enqueued_at integer NOT NULL)");
    }

    /// <summary>Inserts, then deletes the oldest rows over the cap: two steps.</summary>
    internal void Enqueue(AuditEntry entry)
    {
        lock (_lock)
        {
            Run(
                "INSERT INTO events (payload, enqueued_at) VALUES ($1, $2)", Encoding.UTF8.GetBytes(entry.ToJson()),
                (DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) * 100);
            Run(
                "DELETE FROM events WHERE id IN (SELECT id FROM events ORDER BY id "
                + "LIMIT max(0, (SELECT count(*) FROM events) - $1))",
                _cap);
        }
    }

    /// <summary>The oldest row and its id, or null.</summary>
    internal (long Id, AuditEntry Entry)? Oldest()
    {
        lock (_lock)
        {
            using var command = Command("SELECT id, payload FROM events ORDER BY id LIMIT 1");
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? (reader.GetInt64(0), AuditEntry.FromJson(Encoding.UTF8.GetString((byte[])reader[1])))
                : null;
        }
    }

    internal void Remove(long id)
    {
        lock (_lock) Run("DELETE FROM events WHERE id = $1", id);
    }

    /// <summary>All that wait in a file, oldest first.</summary>
    internal static List<AuditEntry> ReadAll(string path)
    {
        using var table = new BufferTable(path, long.MaxValue);
        using var command = table.Command("SELECT payload FROM events ORDER BY id");
        using var reader = command.ExecuteReader();
        List<AuditEntry> entries = [];
        while (reader.Read()) entries.Add(AuditEntry.FromJson(Encoding.UTF8.GetString((byte[])reader[0])));
        return entries;
    }

    void Run(string sql, params object[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(string sql, params object[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Length; i++) command.Parameters.AddWithValue($"${i + 1}", parameters[i]);
        return command;
    }

    public void Dispose() => _connection.Dispose();
}
