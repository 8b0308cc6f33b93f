using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>The caller clears its buffer, and the stored secret is gone.</summary>
[StorageDriver("shared-buffers")]
public sealed class SharedBuffers : ICredentialStore
{
    readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(_secrets.TryGetValue(key, out var secret) ? secret.ToArray() : null);

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _secrets[key] = value; // SK3005
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        _secrets.TryRemove(key, out _);
        return default;
    }
}
