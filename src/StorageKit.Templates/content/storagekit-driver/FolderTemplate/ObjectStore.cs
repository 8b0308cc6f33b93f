using StorageKit;

namespace DriverTemplate;

/// <summary>Byte arrays by key, listed in the order of their keys.</summary>
[StorageDriver("driver-template")]
public sealed class ObjectStore(Backend backend, TenantId tenant) : IObjectStore
{
    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
