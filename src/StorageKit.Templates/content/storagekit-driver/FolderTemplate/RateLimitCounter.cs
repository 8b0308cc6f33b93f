using StorageKit;

namespace DriverTemplate;

/// <summary>Totals of fixed windows: each increment is one atomic step.</summary>
[StorageDriver("driver-template")]
public sealed class RateLimitCounter(Backend backend, TenantId tenant) : IRateLimitCounter
{
    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        StorageArgument.Window(window);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
