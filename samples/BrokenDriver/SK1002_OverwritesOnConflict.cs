using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log in which the later of two entries with one number wins.</summary>
[StorageDriver("last-one-wins")]
public sealed class LastOneWinsAudit(UpsertDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var insert = database.Connection.CreateCommand();
        insert.CommandText =
            "INSERT INTO audit_log (seq, entry) VALUES (@seq, @entry) ON CONFLICT (seq) DO UPDATE SET entry = @entry"; // SK1002
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The connection of a <c>[storage.last-one-wins]</c> section.</summary>
[StorageResource]
public sealed class UpsertDatabase : IAsyncDisposable
{
    /// <summary>Whatever database the application registered.</summary>
    public System.Data.Common.DbConnection Connection { get; } =
        System.Data.Common.DbProviderFactories.GetFactory("Acme").CreateConnection()!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
