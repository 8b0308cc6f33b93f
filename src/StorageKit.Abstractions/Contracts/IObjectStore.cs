namespace StorageKit;

/// <summary>Keeps byte arrays under text keys: what a storage component gives to an agent.</summary>
/// <remarks>Safe for any number of concurrent callers; each key is a linearizable register. Keys as in
/// <see cref="ICredentialStore"/>. Clauses OBJ-01 and on.</remarks>
[StorageContract("object_store")]
public interface IObjectStore
{
    /// <summary>The content, or null. The array is the caller's own copy.</summary>
    ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Stores the content, replacing any other under this key.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask WriteAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>Removes the object; an absent key succeeds.</summary>
    [Idempotent, DurableOnReturn]
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Whether an object is stored under this key.</summary>
    ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>The objects whose key begins with <paramref name="prefix"/>, in ordinal order of their UTF-8 bytes. An
    /// object that is there during the whole listing is listed exactly once.</summary>
    IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default);
}
