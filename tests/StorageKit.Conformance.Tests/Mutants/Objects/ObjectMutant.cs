namespace StorageKit.Conformance.Tests.Mutants.Objects;

/// <summary>A correct object store, whose calls a mutant may replace.</summary>
internal class ObjectMutant(IObjectStore inner) : IObjectStore
{
    protected IObjectStore Inner => inner;

    public virtual ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(key, cancellationToken);

    public virtual ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(key, content, cancellationToken);

    public virtual ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(key, cancellationToken);

    public virtual ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        inner.ExistsAsync(key, cancellationToken);

    public virtual IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", CancellationToken cancellationToken = default) => inner.ListAsync(prefix, cancellationToken);

    protected async ValueTask<List<ObjectInfo>> ListAllAsync(string prefix, CancellationToken cancellationToken)
    {
        List<ObjectInfo> all = [];
        await foreach (var info in inner.ListAsync(prefix, cancellationToken)) all.Add(info);
        return all;
    }
}
