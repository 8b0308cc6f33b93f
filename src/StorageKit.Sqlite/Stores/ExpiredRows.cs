namespace StorageKit.Sqlite;

/// <summary>Removes what is over: a few rows with each write, and the rest in the background when there are
/// more. Only those of the tenant who writes: what is over is a matter of the writer's clock, and the clock of one
/// service is not to end what another tenant's service still counts with.</summary>
/// <param name="database">Where they are.</param>
/// <param name="tenant">Whose they are.</param>
/// <param name="sql">Removes at most <c>?3</c> rows of tenant <c>?1</c> that were over at <c>?2</c>.</param>
internal sealed class ExpiredRows(SqliteDatabase database, byte[] tenant, string sql)
{
    const int WithEachWrite = 16;
    const int InTheBackground = 512;

    int _isInTheBackground;

    /// <summary>Removes a few rows; called by a write, inside its transaction.</summary>
    internal void RemoveSome(DatabaseConnection connection, long cutoff)
    {
        if (connection.Execute(sql, tenant, cutoff, WithEachWrite) < WithEachWrite) return;
        if (Interlocked.Exchange(ref _isInTheBackground, 1) == 0) _ = RemoveRestAsync(cutoff);
    }

    async Task RemoveRestAsync(long cutoff)
    {
        try
        {
            while (await database
                .WriteAsync(
                    connection => connection.Execute(sql, tenant, cutoff, InTheBackground), CancellationToken.None)
                .ConfigureAwait(false) == InTheBackground)
            {
                // One transaction a round: the writes of others go between.
            }
        }
        catch (Exception e) when (e is StorageException or ObjectDisposedException)
        {
            SqliteLog.ReclaimFailed(database.Logger, e.GetType().Name);
        }
        finally
        {
            Volatile.Write(ref _isInTheBackground, 0);
        }
    }
}
