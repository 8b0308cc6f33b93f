using System.Runtime.CompilerServices;

namespace StorageKit.Memory;

/// <summary>Keeps objects in this process. A listing is what was there when its enumeration began.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose objects they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryObjectStore(MemoryData data, TenantId tenant) : MemoryStore(data), IObjectStore
{
    readonly ByteTable _objects = data.Of(tenant).Objects;

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<byte[]?>(cancellationToken)
            : new(_objects.Read(key));
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _objects.Write(key, content);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        _objects.Delete(key);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<bool>(cancellationToken)
            : new(_objects.Contains(key));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(prefix);
        ThrowIfDisposed();
        return List(prefix, cancellationToken);
    }

#pragma warning disable CS1998 // Nothing to wait for: the contract is asynchronous, this backend is not.
    async IAsyncEnumerable<ObjectInfo> List(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var found in _objects.List(prefix))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            yield return found;
        }
    }
#pragma warning restore CS1998
}
