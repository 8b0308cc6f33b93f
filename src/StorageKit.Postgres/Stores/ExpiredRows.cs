using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Removes a tenant's expired rows in the background, after a write has noticed some. Rows that somebody works
/// on are passed over.</summary>
/// <param name="database">Where they are.</param>
/// <param name="tenant">Whose they are; row-level security lets nobody remove another tenant's.</param>
/// <param name="remove">Removes at most <see cref="Limit"/> rows.</param>
internal sealed class ExpiredRows(PostgresDatabase database, TenantId tenant, Statement remove)
{
    internal const int Limit = 512;

    readonly TenantTransaction _transaction = new(database.Options, tenant);
    int _isUnderWay;

    /// <summary>Begins to remove them, unless that is under way.</summary>
    internal void Remove()
    {
        if (Interlocked.Exchange(ref _isUnderWay, 1) == 0) _ = RemoveAllAsync();
    }

    async Task RemoveAllAsync()
    {
        try
        {
            while (await database.Calls.RunAsync(RemoveSomeAsync, mayRepeat: true, CancellationToken.None)
                .ConfigureAwait(false) == Limit)
            {
                // One transaction a round, so that no lock is held for long.
            }
        }
        catch (Exception e) when (e is StorageException or ObjectDisposedException)
        {
            PostgresLog.ReclaimFailed(database.Logger, e.GetType().Name);
        }
        finally
        {
            Volatile.Write(ref _isUnderWay, 0);
        }
    }

    Task<int> RemoveSomeAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        _transaction.RunAsync(connection, [remove], Rows.Changed, cancellationToken);
}
