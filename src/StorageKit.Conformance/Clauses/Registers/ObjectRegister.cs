using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Objects as registers.</summary>
/// <param name="store">The store.</param>
/// <param name="length">Of every object, in bytes; a multiple of 8.</param>
internal sealed class ObjectRegister(IObjectStore store, int length = 32) : IRegister
{
    public ValueTask WriteAsync(string key, ulong stamp, CancellationToken cancellationToken) =>
        store.WriteAsync(key, StampedBytes.Of(stamp, length), cancellationToken);

    public async ValueTask<OperationValue> ReadAsync(string key, CancellationToken cancellationToken) =>
        StampedBytes.Read(await store.ReadAsync(key, cancellationToken).ConfigureAwait(false), length);

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken) => store.DeleteAsync(key, cancellationToken);
}
