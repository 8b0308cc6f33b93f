using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Keeps secrets, each encrypted with AES-256-GCM and bound to its tenant and key. A deleted or replaced
/// secret is overwritten in the file, and its traces leave the write-ahead log as soon as the writer is idle and no
/// reader needs them.</summary>
[StorageDriver("sqlite")]
public sealed partial class SqliteCredentialStore
    : SqliteStore, ICredentialStore, IKeyListing, ISealedSecrets, IAsyncDisposable
{
    static readonly StoreOperation s_get = SqliteTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = SqliteTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = SqliteTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    const string Put = """
        INSERT INTO credentials (tenant, key, sealed) VALUES (?1, ?2, ?3)
        ON CONFLICT (tenant, key) DO UPDATE SET sealed = excluded.sealed
        """;

    // The header is compared, not the secret read.
    const string Others = """
        SELECT key, sealed FROM credentials
        WHERE tenant = ?1 AND key >= ?2 AND substr(sealed, 1, ?3) <> ?4 ORDER BY key LIMIT ?5
        """;
    const int AtOnce = 32;

    readonly CredentialSeal _seal;
    readonly CredentialRotation _rotation;

    /// <summary>A store of secrets.</summary>
    /// <param name="database">The section's file.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <param name="ring">The keys; null when there is no <c>[storage.encryption]</c>.</param>
    /// <exception cref="StorageException">There are no keys, and the section does not say <c>plaintext = true</c>.
    /// </exception>
    public SqliteCredentialStore(SqliteDatabase database, TenantId tenant, KeyRing? ring = null)
        : base(database, tenant)
    {
        _seal = new(SqliteDriver.Name, tenant, ring, Options.Plaintext);
        _rotation = CredentialRotation.Start(_seal, this, database.Logger);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_get, connection => connection.Scalar(
                "SELECT sealed FROM credentials WHERE tenant = ?1 AND key = ?2", Tenant, utf8) is byte[] stored
                ? _seal.Open(stored, utf8)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        var stored = _seal.Seal(value.Span, utf8);
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

    async IAsyncEnumerable<SealedSecret> ISealedSecrets.FindOthersAsync(
        ReadOnlyMemory<byte> current, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = current.ToArray();
        byte[] from = [];
        List<SealedSecret> page;
        do
        {
            var first = from;
            page = await ReadAsync(
                connection => SealedOf(connection.Query(Others, Tenant, first, header.Length, header, AtOnce)),
                cancellationToken).ConfigureAwait(false);
            foreach (var found in page) yield return found;
            // No key lies between one and itself with a zero behind it.
            if (page is [.., var last]) from = [.. last.Name.Span, 0];
        }
        while (page.Count == AtOnce);
    }

    ValueTask<int> ISealedSecrets.ReplaceAsync(
        IReadOnlyList<ResealedSecret> batch, CancellationToken cancellationToken) => ComputeAsync(
        connection =>
        {
            var replaced = 0;
            foreach (var (found, stored) in batch)
                replaced += connection.Execute(
                    "UPDATE credentials SET sealed = ?4 WHERE tenant = ?1 AND key = ?2 AND sealed = ?3",
                    Tenant, found.Name.ToArray(), found.Stored.ToArray(), stored);
            connection.LeftTraces |= replaced > 0;
            return replaced;
        },
        cancellationToken);

    static List<SealedSecret> SealedOf(SqliteDataReader rows)
    {
        using var owned = rows;
        List<SealedSecret> found = [];
        while (rows.Read()) found.Add(new(rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)));
        return found;
    }

    /// <summary>Ends this store and the sealing in its background. May be called again.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return _rotation.DisposeAsync();
    }
}
