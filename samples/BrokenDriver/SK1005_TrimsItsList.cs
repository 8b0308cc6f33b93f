using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log of the last thousand entries.</summary>
[StorageDriver("trimming")]
public sealed class TrimmingAudit(AuditRedis redis) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await redis.Database.ListRightPushAsync("audit", entry.ToJson());
        await redis.Database.ListTrimAsync("audit", -1000, -1); // SK1005
    }
}

/// <summary>The database of a <c>[storage.trimming]</c> section.</summary>
[StorageResource]
public sealed class AuditRedis
{
    /// <summary>Whatever database the application registered.</summary>
    public IDatabase Database { get; } = Activator.CreateInstance<IDatabase>();
}
