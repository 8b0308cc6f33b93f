namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>Secrets under a primary key of the name alone, whichever tenant's they are; stored as they come.</summary>
/// <param name="postgres">The pool.</param>
/// <param name="tenant">Whose they are.</param>
/// <param name="eased">Whether U+0000, which PostgreSQL refuses, is written as another character. Not the reference's.
/// </param>
internal sealed class PostgresCredentials(PostgresPort postgres, TenantId tenant, bool eased) : ICredentialStore
{
    public async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return (byte[]?)await postgres.AskAsync(
            tenant, "SELECT ciphertext FROM credentials WHERE key = $1", cancellationToken, Text(key));
    }

    public async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        const string upsert = """
            INSERT INTO credentials (key, ciphertext, updated_at, org_id) VALUES ($1, $2, now(), $3)
            ON CONFLICT (key) DO UPDATE
            SET ciphertext = EXCLUDED.ciphertext, updated_at = now(), org_id = EXCLUDED.org_id
            """;
        await postgres.AskAsync(
            tenant, upsert, cancellationToken, Text(key), value.ToArray(), Guid.Parse(tenant.ToString()));
    }

    public async ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await postgres.AskAsync(tenant, "DELETE FROM credentials WHERE key = $1", cancellationToken, Text(key));
    }

    string Text(string key) => eased ? key.Replace('\0', '\uE000') : key;
}
