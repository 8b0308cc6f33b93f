namespace StorageKit.Memory;

/// <summary>Keeps secrets in this process, as they are: nothing is at rest, so nothing is encrypted.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose secrets they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryCredentialStore(MemoryData data, TenantId tenant) : MemoryStore(data), ICredentialStore
{
    readonly ByteTable _secrets = data.Of(tenant).Credentials;

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<byte[]?>(cancellationToken)
            : new(_secrets.Read(key));
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _secrets.Write(key, value);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _secrets.Delete(key);
        return default;
    }
}
