using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite;

/// <summary>The file: what may be one, its rights, and connections to it.</summary>
internal sealed class DatabaseFile
{
    readonly string _connectionString;
    readonly TimeSpan _busyTimeout;

    internal DatabaseFile(SqliteOptions options)
    {
        Name = Path.GetFileName(options.Path);
        _busyTimeout = options.BusyTimeout;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // Only what SQLite's own busy handler does not cover is retried by the client; 0 would be "for ever".
            DefaultTimeout = Math.Max(1, (int)Math.Min(options.BusyTimeout.TotalSeconds, int.MaxValue)),
        }.ToString();
    }

    /// <summary>The file's name without its directories; what messages call it.</summary>
    internal string Name { get; }

    /// <summary>Creates the file, readable for this user only, unless it is there.</summary>
    internal void Ensure(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw Refused("path is empty or no file name; set it to the name of a file");
        if (path == ":memory:" || path.StartsWith("file:", StringComparison.Ordinal))
            throw Refused(
                "path must be a file: a database in memory would not be shared by tenants and instances; "
                + "use the driver \"memory\" for that");
        if (Directory.Exists(path)) throw Refused($"\"{Name}\" is a directory; set path to a file in it");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory && !Directory.Exists(directory))
            throw Refused(
                $"the directory of \"{Name}\" does not exist; create it, or set path to a file in another one");
        try
        {
            var creation = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite,
            };
            if (!OperatingSystem.IsWindows()) creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            // The umask may have taken even the owner's rights; a file that was there keeps those that it has.
            var isNew = !File.Exists(path);
            using var file = new FileStream(path, creation);
            if (isNew && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StorageException(
                StorageErrorKind.Unauthorized,
                $"the database \"{Name}\" may not be written by this process; "
                + "make the file and its directory writable for it");
        }
        catch (IOException e)
        {
            throw Refused($"\"{Name}\" cannot be opened ({e.GetType().Name}); look at its disk");
        }
    }

    /// <summary>The one connection that writes.</summary>
    internal DatabaseConnection OpenWriter()
    {
        var connection = Open();
        var journal = connection.Scalar("PRAGMA journal_mode = WAL");
        if (journal is not "wal")
            throw Refused(
                $"\"{Name}\" lies where SQLite cannot keep a write-ahead log; move it to a local disk");
        // FULL syncs the log at each commit: what is acknowledged survives a power cut. secure_delete overwrites what
        // is deleted with zeros.
        connection.ExecuteScript(
            """
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA secure_delete = ON;
            PRAGMA trusted_schema = OFF;
            """);
        return connection;
    }

    /// <summary>A connection that cannot write.</summary>
    internal DatabaseConnection OpenReader()
    {
        var connection = Open();
        connection.ExecuteScript("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;");
        return connection;
    }

    DatabaseConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        var opened = new DatabaseConnection(connection);
        opened.SetBusyTimeout(_busyTimeout);
        return opened;
    }

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, what);
}
