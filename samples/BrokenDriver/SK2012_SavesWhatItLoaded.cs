using Microsoft.EntityFrameworkCore;
using StorageKit;

namespace BrokenDriver;

/// <summary>Two callers load the same total, and each saves its own sum.</summary>
[StorageDriver("loaded-rows")]
public sealed class LoadedRowCounter(AuditContext context) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var row = await context.Database.Set<TotalRow>().FindAsync(key);
        if (row is null)
            context.Database.Set<TotalRow>().Add(row = new() { Key = key });
        row.Total += amount; // SK2012
        await context.Database.SaveChangesAsync(cancellationToken);
        return row.Total;
    }

    /// <inheritdoc/>
    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        (await context.Database.Set<TotalRow>().FindAsync(key))?.Total ?? 0;

    /// <inheritdoc/>
    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        if (await context.Database.Set<TotalRow>().FindAsync(key) is { } row)
            context.Database.Set<TotalRow>().Remove(row);
        await context.Database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A key's total; nothing says when it was read.</summary>
public sealed class TotalRow
{
    /// <summary>What is counted.</summary>
    public required string Key { get; init; }

    /// <summary>The sum of all increments.</summary>
    public ulong Total { get; set; }
}
