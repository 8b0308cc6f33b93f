using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>Keeps objects, a file for each that holds the content as it is. (Where a key is too long for a file's name,
/// the key stands before the content.) A listing is of one moment, and in memory while it is read.</summary>
/// <param name="folder">The section's folder.</param>
/// <param name="tenant">Whose objects they are.</param>
[StorageDriver("local")]
public sealed class LocalObjectStore(LocalFolder folder, TenantId tenant) : LocalStore(folder, tenant), IObjectStore
{
    static readonly StoreOperation s_read = LocalTelemetry.Operation<IObjectStore>(nameof(ReadAsync));
    static readonly StoreOperation s_write = LocalTelemetry.Operation<IObjectStore>(nameof(WriteAsync));
    static readonly StoreOperation s_delete = LocalTelemetry.Operation<IObjectStore>(nameof(DeleteAsync));
    static readonly StoreOperation s_exists = LocalTelemetry.Operation<IObjectStore>(nameof(ExistsAsync));
    static readonly StoreOperation s_list = LocalTelemetry.Operation<IObjectStore>(nameof(ListAsync));

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ReadAsync(
            s_read, () => Files.Objects.Read(file.Name) is { } stored
                ? file.ContentOf(stored, Files.Objects.PathOf(file.Name))
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        var copy = content.ToArray();
        return ChangeAsync(s_write, () => Files.Objects.Replace(file.Name, file.Head, copy), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ChangeAsync(s_delete, () => Files.Objects.Delete(file.Name), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ReadAsync(s_exists, () => Files.Objects.Exists(file.Name), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(prefix);
        ThrowIfDisposed();
        return ListedAsync(prefix, cancellationToken);
    }

    async IAsyncEnumerable<ObjectInfo> ListedAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await ReadAsync(s_list, () => List(prefix), cancellationToken).ConfigureAwait(false);
        foreach (var info in listed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return info;
        }
    }

    List<ObjectInfo> List(string prefix)
    {
        var listed = Files.Objects.Select(file => ObjectFile.InfoOf(file, prefix));
        listed.Sort(static (a, b) => Utf8.Bytes(a.Key).AsSpan().SequenceCompareTo(Utf8.Bytes(b.Key)));
        return listed;
    }
}
