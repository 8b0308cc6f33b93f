namespace StorageKit;

/// <summary>Keeps secrets under caller-defined names such as <c>openai/api_key</c>.</summary>
/// <remarks>Safe for any number of concurrent callers; each key is a linearizable register. Keys are compared byte for
/// byte; any valid Unicode is a key, the empty string and U+0000 included; a lone surrogate is an
/// <see cref="ArgumentException"/>. Arrays given and returned belong to the caller. Durable drivers encrypt at rest.
/// Clauses CRD-01 to CRD-20.</remarks>
[StorageContract("credential_store")]
public interface ICredentialStore
{
    /// <summary>The secret, or null. The array is the caller's own copy; an empty secret is an empty array.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/> when the ciphertext fails its
    /// integrity check; <see cref="StorageErrorKind.Backend"/> or <see cref="StorageErrorKind.Timeout"/> on an outage.
    /// </exception>
    ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Stores the secret, replacing any other under this key.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default);

    /// <summary>Removes the secret; an absent key succeeds.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default);
}
