using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>Stores milliseconds of a time that was hashed in nanoseconds.</summary>
[StorageDriver("rounding")]
public sealed class RoundingAudit(RoundingDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_log (ms, body) VALUES (@ms, @body)";
        var ms = command.CreateParameter();
        ms.ParameterName = "ms";
        ms.Value = (long)(entry.TimestampNs / 1_000_000); // SK1017
        command.Parameters.Add(ms);
        var body = command.CreateParameter();
        (body.ParameterName, body.Value) = ("body", entry.Payload);
        command.Parameters.Add(body);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The database of a <c>[storage.rounding]</c> section.</summary>
[StorageResource]
public sealed class RoundingDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
