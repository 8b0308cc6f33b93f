using Microsoft.EntityFrameworkCore;
using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log in which an entry can be asked to go away.</summary>
[StorageDriver("discreet")]
public sealed class DiscreetAudit(AuditContext context) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        context.Database.Set<AuditRow>().Add(new(entry.ToJson()));
        await context.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Removes one entry.</summary>
    public async Task ForgetAsync(AuditRow row, CancellationToken cancellationToken = default)
    {
        context.Database.Set<AuditRow>().Remove(row); // SK1003
        await context.Database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A stored entry.</summary>
public sealed record AuditRow(string Json);

/// <summary>The context of a <c>[storage.discreet]</c> section.</summary>
[StorageResource]
public sealed class AuditContext : IAsyncDisposable
{
    /// <summary>Whatever context the application registered.</summary>
    public DbContext Database { get; } = Activator.CreateInstance<DbContext>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
