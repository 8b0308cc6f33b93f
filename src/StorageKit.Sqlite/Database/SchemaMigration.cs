using System.Globalization;

namespace StorageKit.Sqlite;

/// <summary>Brings a file to the schema of this version, in one transaction: any process that opens it sees the old
/// schema or the new one.</summary>
internal static class SchemaMigration
{
    /// <param name="connection">The writer's.</param>
    /// <param name="writeLock">The lock against other processes.</param>
    /// <param name="fileName">What messages call the file.</param>
    /// <param name="scripts">Script <c>n</c> leads from version <c>n</c> to <c>n + 1</c>.</param>
    /// <param name="applicationId">Tells files of this kind from all others.</param>
    /// <returns>The version that was found; 0 for a new file.</returns>
    /// <exception cref="StorageException">The file belongs to another application or to a newer version; nothing was
    /// changed.</exception>
    internal static long Apply(
        DatabaseConnection connection, WriteLock writeLock, string fileName, IReadOnlyList<string> scripts,
        long applicationId = Schema.ApplicationId)
    {
        var found = CheckAtOneMoment(connection, fileName, scripts.Count, applicationId);
        if (found == scripts.Count) return found;
        writeLock.Take();
        try
        {
            // Another process may have migrated while we waited for the lock.
            found = Check(connection, fileName, scripts.Count, applicationId);
            for (var version = (int)found; version < scripts.Count; version++)
                connection.ExecuteScript(scripts[version]);
            connection.ExecuteScript(string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA application_id = {applicationId}; PRAGMA user_version = {scripts.Count};"));
            connection.Execute("COMMIT");
            return found;
        }
        catch
        {
            if (connection.IsInTransaction) connection.Execute("ROLLBACK");
            throw;
        }
    }

    // In a transaction: another process may migrate between two of the questions, and a file that had no tables for one
    // and has some for the next would look like somebody else's.
    static long CheckAtOneMoment(DatabaseConnection connection, string fileName, int known, long expected)
    {
        connection.Execute("BEGIN");
        try
        {
            return Check(connection, fileName, known, expected);
        }
        finally
        {
            connection.Execute("COMMIT");
        }
    }

    static long Check(DatabaseConnection connection, string fileName, int known, long expected)
    {
        var version = connection.Number("PRAGMA user_version");
        var application = connection.Number("PRAGMA application_id");
        var tables = connection.Number("SELECT count(*) FROM sqlite_schema");
        if (application != expected && (application != 0 || version != 0 || tables > 0))
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
