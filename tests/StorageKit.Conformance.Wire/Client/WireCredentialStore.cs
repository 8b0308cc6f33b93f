namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireCredentialStore(WireClient client, TenantId tenant) : ICredentialStore
{
    public async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        using var reply = await client.CallAsync(
            WireFrame.Request(WireOperation.SecretGet, tenant, w => w.Write(key)), cancellationToken);
        return reply.ReadBytes();
    }

    public async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        (await client.CallAsync(WireFrame.Request(WireOperation.SecretPut, tenant, w =>
        {
            w.Write(key);
            w.WriteBytes(value.ToArray());
        }), cancellationToken)).Dispose();
    }

    public async ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        (await client.CallAsync(
            WireFrame.Request(WireOperation.SecretDelete, tenant, w => w.Write(key)), cancellationToken)).Dispose();
    }
}
