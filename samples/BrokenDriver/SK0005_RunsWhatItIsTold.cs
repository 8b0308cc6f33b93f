using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>Stores entries with a statement that stands in a file, where no rule reads it.</summary>
[StorageDriver("told")]
public sealed class ToldAudit(ToldDatabase database) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync("insert.sql", cancellationToken); // SK0005
        var body = command.CreateParameter();
        (body.ParameterName, body.Value) = ("body", entry.ToJson());
        command.Parameters.Add(body);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The database of a <c>[storage.told]</c> section.</summary>
[StorageResource]
public sealed class ToldDatabase
{
    /// <summary>Whatever data source the application registered.</summary>
    public DbDataSource Source { get; } = Activator.CreateInstance<DbDataSource>();
}
