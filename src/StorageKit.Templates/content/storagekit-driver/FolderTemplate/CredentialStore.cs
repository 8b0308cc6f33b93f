using StorageKit;

namespace DriverTemplate;

/// <summary>Secrets by key, encrypted at rest.</summary>
[StorageDriver("driver-template")]
public sealed class CredentialStore(Backend backend, TenantId tenant) : ICredentialStore
{
    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(
        string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        backend.ThrowIfOver(cancellationToken);
        throw backend.NotWritten(tenant);
    }
}
