using System.Globalization;

namespace StorageKit.Sqlite;

/// <summary>Brings a file to the schema of this version, in one transaction: any process that opens it sees the old
/// schema or the new one.</summary>
internal static class SchemaMigration
{
    /// <returns>The version that was found; 0 for a new file.</returns>
    /// <exception cref="StorageException">The file belongs to another application or to a newer version; nothing was
    /// changed.</exception>
    internal static long Apply(
        DatabaseConnection connection, WriteLock writeLock, string fileName, IReadOnlyList<string> scripts)
    {
        var found = Check(connection, fileName, scripts.Count);
        if (found == scripts.Count) return found;
        writeLock.Take();
        try
        {
            // Another process may have migrated while we waited for the lock.
            found = Check(connection, fileName, scripts.Count);
            for (var version = (int)found; version < scripts.Count; version++)
                connection.ExecuteScript(scripts[version]);
            connection.ExecuteScript(string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {scripts.Count};"));
            connection.Execute("COMMIT");
            return found;
        }
        catch
        {
            if (connection.IsInTransaction) connection.Execute("ROLLBACK");
            throw;
        }
    }

    static long Check(DatabaseConnection connection, string fileName, int known)
    {
        var version = connection.Number("PRAGMA user_version");
        var application = connection.Number("PRAGMA application_id");
        var tables = connection.Number("SELECT count(*) FROM sqlite_schema");
        if (application != Schema.ApplicationId && (application != 0 || version != 0 || tables > 0))
            throw new StorageException(
                StorageErrorKind.Backend,
                $"the database \"{fileName}\" belongs to another application; set path to a file of its own");
        if (version > known)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"the database \"{fileName}\" has schema version {version}, "
                + $"this StorageKit.Sqlite knows versions up to {known}; "
                + "update StorageKit.Sqlite, or set path to another file");
        return version;
    }
}
