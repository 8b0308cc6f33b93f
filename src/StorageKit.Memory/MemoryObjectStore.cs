using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Keeps objects in this process. A listing is what was there when its enumeration began.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose objects they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemoryObjectStore(MemoryData data, TenantId tenant) : MemoryStore(data), IObjectStore
{
    static readonly StoreOperation s_read = MemoryTelemetry.Operation<IObjectStore>(nameof(ReadAsync));
    static readonly StoreOperation s_write = MemoryTelemetry.Operation<IObjectStore>(nameof(WriteAsync));
    static readonly StoreOperation s_delete = MemoryTelemetry.Operation<IObjectStore>(nameof(DeleteAsync));
    static readonly StoreOperation s_exists = MemoryTelemetry.Operation<IObjectStore>(nameof(ExistsAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<IObjectStore>(nameof(ListAsync));

    readonly ByteTable _objects = data.Of(tenant).Objects;

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return s_read.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<byte[]?>(cancellationToken)
            : new(_objects.Read(key)));
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        var call = s_write.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _objects.Write(key, content);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        var call = s_delete.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _objects.Delete(key);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        return s_exists.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<bool>(cancellationToken)
            : new(_objects.Contains(key)));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(prefix);
        ThrowIfDisposed();
        return List(prefix, cancellationToken);
    }

    async IAsyncEnumerable<ObjectInfo> List(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var found in await SnapshotAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            yield return found;
        }
    }

    ValueTask<ObjectInfo[]> SnapshotAsync(string prefix, CancellationToken cancellationToken)
    {
        return s_list.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<ObjectInfo[]>(cancellationToken)
            : new(_objects.List(prefix)));
    }
}
