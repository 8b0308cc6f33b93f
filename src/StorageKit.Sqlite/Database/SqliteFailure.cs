using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StorageKit.Sqlite;

/// <summary>Says in our terms what SQLite answered. SQLite's own text is left out, because it may name files and
/// values.</summary>
internal static class SqliteFailure
{
    internal static Exception Of(Exception thrown, string fileName) => thrown switch
    {
        SqliteException sqlite => Of(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode, fileName),
        StorageException or OperationCanceledException or ObjectDisposedException => thrown,
        // Arguments were checked before; what does not fit here was read from the file.
        FormatException or ArgumentException => new StorageException(
            StorageErrorKind.Serialization,
            $"the database \"{fileName}\" holds a row that cannot be decoded; restore it from a backup"),
        _ => new StorageException(
            StorageErrorKind.Backend,
            $"the operation on the database \"{fileName}\" failed inside the driver ({thrown.GetType().Name})"),
    };

    internal static StorageException Of(int code, int extendedCode, string fileName)
    {
        var (kind, what) = code switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                StorageErrorKind.Timeout,
                "stayed locked by another writer for longer than busy_timeout; nothing was changed, "
                + "try again or raise busy_timeout"),
            // The memory that its connections share is a file beside it, too.
            raw.SQLITE_FULL or raw.SQLITE_IOERR when code == raw.SQLITE_FULL
                || extendedCode == raw.SQLITE_IOERR_SHMSIZE => (
                StorageErrorKind.Backend, "has no room to grow; free space on its disk"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => (
                StorageErrorKind.Unauthorized,
                "may not be written by this process; make the file and its directory writable for it"),
            raw.SQLITE_CANTOPEN => (
                StorageErrorKind.Backend, "cannot be opened; look at the rights of the file and its directory"),
            raw.SQLITE_IOERR => (StorageErrorKind.Backend, "cannot be read or written; look at its disk"),
            raw.SQLITE_NOTADB => (
                StorageErrorKind.Serialization,
                "is not a SQLite database; name another file, or restore it from a backup"),
            raw.SQLITE_CORRUPT => (StorageErrorKind.Serialization, "is damaged; restore it from a backup"),
            raw.SQLITE_TOOBIG => (
                StorageErrorKind.Backend, "cannot hold a value of this size (1,000,000,000 bytes are SQLite's limit)"),
            raw.SQLITE_CONSTRAINT => (StorageErrorKind.Conflict, "refused the operation by one of its constraints"),
            _ => (StorageErrorKind.Backend, "refused the operation"),
        };
        return new(kind, $"the database \"{fileName}\" {what} (SQLite error {code}/{extendedCode})");
    }
}
