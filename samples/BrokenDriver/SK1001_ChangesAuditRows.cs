using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log that tidies up after itself: what is gone, nobody can verify.</summary>
[StorageDriver("forgetful")]
public sealed class ForgetfulAudit(AuditDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var insert = database.Connection.CreateCommand();
        insert.CommandText = "INSERT INTO audit_log (entry) VALUES (@entry)";
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps the table small.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken = default)
    {
        await using var delete = database.Connection.CreateCommand();
        delete.CommandText = "DELETE FROM audit_log WHERE at < @limit"; // SK1001
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The connection of a <c>[storage.forgetful]</c> section.</summary>
[StorageResource]
public sealed class AuditDatabase : IAsyncDisposable
{
    /// <summary>Whatever database the application registered.</summary>
    public DbConnection Connection { get; } = DbProviderFactories.GetFactory("Acme").CreateConnection()!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
