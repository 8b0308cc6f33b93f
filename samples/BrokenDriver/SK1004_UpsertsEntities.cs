using Azure.Data.Tables;
using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log in a table, where the later of two entries with one number wins.</summary>
[StorageDriver("upserting")]
public sealed class UpsertingAudit(AuditTable table) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        await table.Client.UpsertEntityAsync(new { RowKey = entry.Seq, Json = entry.ToJson() }, cancellationToken); // SK1004
}

/// <summary>The table of a <c>[storage.upserting]</c> section.</summary>
[StorageResource]
public sealed class AuditTable
{
    /// <summary>Whatever table the application registered.</summary>
    public TableClient Client { get; } = Activator.CreateInstance<TableClient>();
}
