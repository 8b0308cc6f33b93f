using StackExchange.Redis;
using StorageKit;

namespace BrokenDriver;

/// <summary>Overwrites nothing and deletes nothing, and has lost it all after a month.</summary>
[StorageDriver("fading")]
public sealed class FadingAudit(AuditRedis redis) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        await redis.Database.StringSetAsync( // SK1015
            $"audit:{entry.EntryHash}", entry.ToJson(), TimeSpan.FromDays(30), When.NotExists);
}
