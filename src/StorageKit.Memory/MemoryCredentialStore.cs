using System.Diagnostics;
using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Keeps secrets in this process, as they are: nothing is at rest, so nothing is encrypted.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose secrets they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryCredentialStore(MemoryData data, TenantId tenant)
    : MemoryStore(data), ICredentialStore, IKeyListing
{
    static readonly StoreOperation s_get = MemoryTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = MemoryTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = MemoryTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<ICredentialStore>(nameof(ListKeysAsync));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    readonly ByteTable _secrets = data.Of(tenant).Credentials;

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return s_get.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<byte[]?>(cancellationToken)
            : new(_secrets.Read(key)));
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        var call = s_put.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _secrets.Write(key, value);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        var call = s_delete.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _secrets.Delete(key);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, _secrets.Keys, cancellationToken);
}
