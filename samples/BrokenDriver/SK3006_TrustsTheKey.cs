using StorageKit;

namespace BrokenDriver;

/// <summary>The key <c>../../x</c> names a file outside of the folder.</summary>
[StorageDriver("trusting-files")]
public sealed class TrustingFiles : ICredentialStore
{
    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        throw new StorageException(StorageErrorKind.Unauthorized, "This sample only deletes.");

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        throw new StorageException(StorageErrorKind.Unauthorized, "This sample only deletes.");

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        File.Delete(Path.Combine("secrets", key)); // SK3006
        return default;
    }
}
