using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>Its callers have to know its database to understand why they failed.</summary>
[StorageDriver("outspoken")]
public sealed class OutspokenAudit(OutspokenDatabase database) : IAuditSink
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
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw new OutspokenException(); // SK3009
    }
}

/// <summary>What its database calls an error.</summary>
public sealed class OutspokenException : DbException;

/// <summary>The database of a <c>[storage.outspoken]</c> section.</summary>
[StorageResource]
public sealed class OutspokenDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
