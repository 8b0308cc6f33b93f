using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>Keeps secrets, a file for each, encrypted with AES-256-GCM and bound to its tenant and key.</summary>
[StorageDriver("local")]
public sealed class LocalCredentialStore : LocalStore, ICredentialStore
{
    static readonly StoreOperation s_get = LocalTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = LocalTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = LocalTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    readonly SecretSeal _seal;
    readonly byte[] _tenant;

    /// <summary>A store of secrets.</summary>
    /// <param name="folder">The section's folder.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <exception cref="StorageException">The section has no usable <c>encryption_key</c>, and does not say
    /// <c>plaintext = true</c>.</exception>
    public LocalCredentialStore(LocalFolder folder, TenantId tenant) : base(folder, tenant)
    {
        _seal = new("[storage.local]", Options.EncryptionKey, Options.Plaintext);
        _tenant = tenant.ToByteArray();
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ReadAsync(
            s_get, () => Files.Credentials.Read(file.Name) is { } stored
                ? _seal.Open(file.ContentOf(stored, Files.Credentials.PathOf(file.Name)), _tenant, file.Key)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        var stored = _seal.Close(value.Span, _tenant, file.Key);
        return ChangeAsync(s_put, () => Files.Credentials.Replace(file.Name, file.Head, stored), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ChangeAsync(s_delete, () => Files.Credentials.Delete(file.Name), cancellationToken);
    }
}
