using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>Stores entries in their order, and reads them in the clock's.</summary>
[StorageDriver("clockwise")]
public sealed class ClockwiseAudit(ClockwiseDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_log (created_at, body) VALUES (now(), @body)";
        var body = command.CreateParameter();
        (body.ParameterName, body.Value) = ("body", entry.ToJson());
        command.Parameters.Add(body);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The entry that the clock puts last.</summary>
    public async ValueTask<string?> LastAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM audit_log ORDER BY created_at DESC LIMIT 1"; // SK1016
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }
}

/// <summary>The database of a <c>[storage.clockwise]</c> section.</summary>
[StorageResource]
public sealed class ClockwiseDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
