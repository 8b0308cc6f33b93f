using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Keeps secrets, each encrypted with AES-256-GCM and bound to its tenant and key.</summary>
/// <remarks>The ciphertext of a deleted or replaced secret stays in the server's files until VACUUM has reused its
/// place and the write-ahead log was recycled.</remarks>
[StorageDriver("postgres")]
public sealed class PostgresCredentialStore : PostgresStore, ICredentialStore
{
    static readonly StoreOperation s_get = PostgresTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = PostgresTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = PostgresTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    const string Put = """
        INSERT INTO credentials (tenant, key, sealed) VALUES ($1, $2, $3)
        ON CONFLICT (tenant, key_hash) DO UPDATE SET sealed = excluded.sealed
        """;

    readonly SecretSeal _seal;

    /// <summary>A store of secrets.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <exception cref="StorageException">The section has no usable <c>encryption_key</c>, and does not say
    /// <c>plaintext = true</c>.</exception>
    public PostgresCredentialStore(PostgresDatabase database, TenantId tenant) : base(database, tenant) =>
        _seal = new("[storage.postgres]", Options.EncryptionKey, Options.Plaintext);

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_get, new("SELECT sealed FROM credentials WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, utf8),
            row => _seal.Open(row.GetFieldValue<byte[]>(0), TenantBytes, utf8), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        await WriteAsync(s_put, new(Put, Tenant, utf8, _seal.Close(value.Span, TenantBytes, utf8)), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await WriteAsync(
            s_delete,
            new("DELETE FROM credentials WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, Utf8.Bytes(key)),
            cancellationToken).ConfigureAwait(false);
    }
}
