using System.Runtime.CompilerServices;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Keeps secrets, each encrypted with AES-256-GCM and bound to its tenant and key.</summary>
/// <remarks>The ciphertext of a deleted or replaced secret stays in the server's files until VACUUM has reused its
/// place and the write-ahead log was recycled.</remarks>
[StorageDriver("postgres")]
public sealed partial class PostgresCredentialStore
    : PostgresStore, ICredentialStore, IKeyListing, ISealedSecrets, IAsyncDisposable
{
    static readonly StoreOperation s_get = PostgresTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = PostgresTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = PostgresTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    const string Put = """
        INSERT INTO credentials (tenant, key, sealed) VALUES ($1, $2, $3)
        ON CONFLICT (tenant, key_hash) DO UPDATE SET sealed = excluded.sealed
        """;

    // The header is compared, not the secret read. In the order of the primary key, in which all rotations lock rows.
    const string Others = """
        SELECT key, sealed, key_hash FROM credentials
        WHERE tenant = $1 AND key_hash >= $2 AND substring(sealed FROM 1 FOR $3) <> $4 ORDER BY key_hash LIMIT $5
        """;
    const string Replace =
        "UPDATE credentials SET sealed = $4 WHERE tenant = $1 AND key_hash = sha256($2) AND sealed = $3";
    const int AtOnce = 32;

    readonly CredentialSeal _seal;
    readonly CredentialRotation _rotation;

    /// <summary>A store of secrets.</summary>
    /// <param name="database">The section's schema.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <param name="ring">The keys; null when there is no <c>[storage.encryption]</c>.</param>
    /// <exception cref="StorageException">There are no keys, and the section does not say <c>plaintext = true</c>.
    /// </exception>
    public PostgresCredentialStore(PostgresDatabase database, TenantId tenant, KeyRing? ring = null)
        : base(database, tenant)
    {
        _seal = new(PostgresDriver.Name, tenant, ring, Options.Plaintext);
        _rotation = CredentialRotation.Start(_seal, this, database.Logger);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_get, new("SELECT sealed FROM credentials WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, utf8),
            row => _seal.Open(row.GetFieldValue<byte[]>(0), utf8), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        await WriteAsync(s_put, new(Put, Tenant, utf8, _seal.Seal(value.Span, utf8)), cancellationToken)
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

    async IAsyncEnumerable<SealedSecret> ISealedSecrets.FindOthersAsync(
        ReadOnlyMemory<byte> current, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = current.ToArray();
        byte[] from = [];
        List<(SealedSecret Secret, byte[] Hash)> page;
        do
        {
            page = await ReadAllAsync(
                new(Others, Tenant, from, header.Length, header, AtOnce), SealedOf, cancellationToken)
                .ConfigureAwait(false);
            foreach (var (secret, _) in page) yield return secret;
            // No hash lies between one and itself with a zero behind it.
            if (page is [.., var last]) from = [.. last.Hash, 0];
        }
        while (page.Count == AtOnce);
    }

    static (SealedSecret Secret, byte[] Hash) SealedOf(NpgsqlDataReader row) => (
        new(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)), row.GetFieldValue<byte[]>(2));

    ValueTask<int> ISealedSecrets.ReplaceAsync(
        IReadOnlyList<ResealedSecret> batch, CancellationToken cancellationToken) => WriteAllAsync(
        batch.Select(secret => new Statement(
            Replace, Tenant, secret.Found.Name.ToArray(), secret.Found.Stored.ToArray(), secret.Stored)),
        cancellationToken);

    /// <summary>Ends this store and the sealing in its background. May be called again.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return _rotation.DisposeAsync();
    }
}
