using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StorageKit.Sqlite;

/// <summary>A connection with its prepared statements. Used by one thread at a time. Parameters are <c>?1</c>,
/// <c>?2</c> … in the order of the given values.</summary>
internal sealed class DatabaseConnection(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Set by an operation that removed a secret: the journal still holds it until it is emptied.</summary>
    internal bool LeftTraces { get; set; }

    /// <summary>Whether a transaction is open. SQLite ends one by itself after some errors, such as a full
    /// disk.</summary>
    internal bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    internal int Execute(string sql, params ReadOnlySpan<object> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a script of any number of statements, once.</summary>
    internal void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null when there is no row.</summary>
    internal object? Scalar(string sql, params ReadOnlySpan<object> values) => Bind(sql, values).ExecuteScalar();

    /// <summary>A whole number that is there for certain, such as a count or a setting.</summary>
    internal long Number(string sql, params ReadOnlySpan<object> values) =>
        Convert.ToInt64(Scalar(sql, values), CultureInfo.InvariantCulture);

    /// <summary>The rows; dispose the reader before the statement is used again.</summary>
    internal SqliteDataReader Query(string sql, params ReadOnlySpan<object> values) =>
        Bind(sql, values).ExecuteReader();

    SqliteCommand Bind(string sql, ReadOnlySpan<object> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"?{i}"), null));
            _prepared.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    /// <summary>Tries to become the only writer among all processes, without waiting.</summary>
    internal int TryBeginImmediate() => raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");

    internal int ExtendedErrorCode => raw.sqlite3_extended_errcode(connection.Handle);

    /// <summary>How long statements of this connection wait for a lock.</summary>
    internal void SetBusyTimeout(TimeSpan timeout) =>
        raw.sqlite3_busy_timeout(connection.Handle, (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue));

    /// <summary>Moves the whole write-ahead log into the database and cuts it to length 0.</summary>
    /// <returns>False when a reader or another process is in the way.</returns>
    internal bool TryEmptyLog() =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _)
        == raw.SQLITE_OK;

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }
}
