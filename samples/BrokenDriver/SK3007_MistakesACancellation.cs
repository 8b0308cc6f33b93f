using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>A caller that gives up is told that the database was too slow, and tries again.</summary>
[StorageDriver("mistaken")]
public sealed class MistakenAudit(MistakenDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_log (body) VALUES (@body)";
        var body = command.CreateParameter();
        (body.ParameterName, body.Value) = ("body", entry.ToJson());
        command.Parameters.Add(body);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (OperationCanceledException e) // SK3007
        {
            throw new StorageException(StorageErrorKind.Timeout, "the database was too slow", e);
        }
    }
}

/// <summary>The database of a <c>[storage.mistaken]</c> section.</summary>
[StorageResource]
public sealed class MistakenDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
