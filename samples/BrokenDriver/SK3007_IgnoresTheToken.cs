using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>A caller that gives up waits as long as one that does not.</summary>
[StorageDriver("unstoppable")]
public sealed class UnstoppableAudit(UnstoppableDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_log (body) VALUES (@body)";
        var body = command.CreateParameter();
        (body.ParameterName, body.Value) = ("body", entry.ToJson());
        command.Parameters.Add(body);
        await command.ExecuteNonQueryAsync(); // SK3007
    }
}

/// <summary>The database of a <c>[storage.unstoppable]</c> section.</summary>
[StorageResource]
public sealed class UnstoppableDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
