using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace StorageKit.Sqlite;

/// <summary>Writes a batch of operations in one transaction with one sync. An operation that fails, fails alone; nobody
/// hears of success before the commit is on the disk.</summary>
internal sealed class GroupCommit(DatabaseConnection connection, WriteLock writeLock, string fileName)
{
    internal void Write(IReadOnlyList<WriteOperation> batch)
    {
        List<WriteOperation> started = [];
        try
        {
            writeLock.Take();
            foreach (var operation in batch)
            {
                if (!operation.TryStart()) continue;
                started.Add(operation);
                RunAlone(operation);
            }
            connection.Execute("COMMIT");
        }
        catch (Exception e)
        {
            GiveUp(batch, e);
            return;
        }
        if (started.Count > 0) SqliteTelemetry.Driver.Committed(started.Count);
        foreach (var operation in started) operation.Settle();
    }

    void RunAlone(WriteOperation operation)
    {
        connection.Execute("SAVEPOINT operation");
        try
        {
            operation.Run(connection);
        }
        catch (Exception e) when (connection.IsInTransaction)
        {
            operation.NoteFailure(SqliteFailure.Of(e, fileName));
            connection.Execute("ROLLBACK TO operation");
        }
        connection.Execute("RELEASE operation");
    }

    void GiveUp(IReadOnlyList<WriteOperation> batch, Exception thrown)
    {
        try
        {
            if (connection.IsInTransaction) connection.Execute("ROLLBACK");
        }
        catch (SqliteException e)
        {
            thrown = e;
        }
        // Where one operation may be too big for the disk, the others are given a transaction each. After any other
        // failure, a failed sync above all, nothing is tried again.
        if (batch.Count > 1 && thrown is SqliteException { SqliteErrorCode: raw.SQLITE_FULL })
        {
            foreach (var operation in batch) Write([operation]);
            return;
        }
        var failure = SqliteFailure.Of(thrown, fileName);
        foreach (var operation in batch)
            if (operation.TryStart())
                operation.Fail(failure);
    }
}
