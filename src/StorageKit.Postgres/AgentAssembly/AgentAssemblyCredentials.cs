using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Reads secrets. Their column is called <c>ciphertext</c>, and holds the bytes as they were given: the Rust
/// driver encrypts nothing. What its callers encrypt themselves is answered encrypted.</summary>
[NotADriver]
internal sealed class AgentAssemblyCredentials(PostgresDatabase database, TenantId tenant)
    : AgentAssemblyStore(database, tenant), ICredentialStore
{
    static readonly StoreOperation s_get = PostgresTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));

    public async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        // Text that their column cannot hold is the key of no secret.
        if (key.Contains('\0', StringComparison.Ordinal)) return null;
        return await ReadAsync(
            s_get, new("SELECT ciphertext FROM credentials WHERE org_id = $1 AND key = $2", Organisation, key),
            static row => row.GetFieldValue<byte[]>(0), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return RefuseAsync("put secrets", cancellationToken);
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return RefuseAsync("delete secrets", cancellationToken);
    }
}
