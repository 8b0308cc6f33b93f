using System.Collections.Concurrent;
using System.Text;
using StorageKit;

namespace BrokenDriver;

/// <summary>Whoever reads the log of errors reads the secret.</summary>
[StorageDriver("talkative-vault")]
public sealed class TalkativeVault : ICredentialStore
{
    readonly ConcurrentDictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(_secrets.TryGetValue(key, out var secret) ? (byte[])secret.Clone() : null);

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        if (value.Length > 4096)
            throw new ArgumentException($"'{Encoding.UTF8.GetString(value.Span)}' is too long", nameof(value)); // SK3004
        _secrets[key] = value.ToArray();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        _secrets.TryRemove(key, out _);
        return default;
    }
}
