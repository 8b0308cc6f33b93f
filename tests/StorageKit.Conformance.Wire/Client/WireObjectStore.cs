using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireObjectStore(WireClient client, TenantId tenant) : IObjectStore
{
    public async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        using var reply = await CallAsync(WireOperation.ObjectRead, key, cancellationToken);
        return reply.ReadBytes();
    }

    public async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        (await client.CallAsync(WireFrame.Request(WireOperation.ObjectWrite, tenant, w =>
        {
            w.Write(key);
            w.WriteBytes(content.ToArray());
        }), cancellationToken)).Dispose();
    }

    public async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        (await CallAsync(WireOperation.ObjectDelete, key, cancellationToken)).Dispose();

    public async ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        using var reply = await CallAsync(WireOperation.ObjectExists, key, cancellationToken);
        return reply.ReadBoolean();
    }

    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(prefix);
        return ListedAsync(prefix, cancellationToken);
    }

    async IAsyncEnumerable<ObjectInfo> ListedAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reply = await CallAsync(WireOperation.ObjectList, prefix, cancellationToken);
        while (reply.ReadBoolean()) yield return new(reply.ReadString(), reply.ReadInt64());
    }

    ValueTask<BinaryReader> CallAsync(WireOperation operation, string key, CancellationToken cancellationToken)
    {
        StorageArgument.Key(key);
        return client.CallAsync(WireFrame.Request(operation, tenant, w => w.Write(key)), cancellationToken);
    }
}
