using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Keeps secrets, each encrypted with AES-256-GCM and bound to its tenant and key. A deleted or replaced
/// secret is overwritten in the file, and its traces leave the write-ahead log as soon as the writer is idle and no
/// reader needs them.</summary>
[StorageDriver("sqlite")]
public sealed class SqliteCredentialStore : SqliteStore, ICredentialStore
{
    static readonly StoreOperation s_get = SqliteTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = SqliteTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = SqliteTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    const string Put = """
        INSERT INTO credentials (tenant, key, sealed) VALUES (?1, ?2, ?3)
        ON CONFLICT (tenant, key) DO UPDATE SET sealed = excluded.sealed
        """;

    readonly SecretSeal _seal;

    /// <summary>A store of secrets.</summary>
    /// <param name="database">The section's file.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <exception cref="StorageException">The section has no usable <c>encryption_key</c>, and does not say
    /// <c>plaintext = true</c>.</exception>
    public SqliteCredentialStore(SqliteDatabase database, TenantId tenant) : base(database, tenant) =>
        _seal = new("[storage.sqlite]", database.Options.EncryptionKey, database.Options.Plaintext);

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_get, connection => connection.Scalar(
                "SELECT sealed FROM credentials WHERE tenant = ?1 AND key = ?2", Tenant, utf8) is byte[] stored
                ? _seal.Open(stored, Tenant, utf8)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        var stored = _seal.Close(value.Span, Tenant, utf8);
        return WriteAsync(
            s_put, connection =>
            {
                connection.LeftTraces |= connection.Scalar(
                    "SELECT 1 FROM credentials WHERE tenant = ?1 AND key = ?2", Tenant, utf8) is not null;
                return connection.Execute(Put, Tenant, utf8, stored);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return WriteAsync(
            s_delete, connection => connection.LeftTraces |=
                connection.Execute("DELETE FROM credentials WHERE tenant = ?1 AND key = ?2", Tenant, utf8) > 0,
            cancellationToken);
    }
}
