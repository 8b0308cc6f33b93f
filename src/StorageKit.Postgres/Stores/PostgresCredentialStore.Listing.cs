using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public sealed partial class PostgresCredentialStore
{
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<ICredentialStore>(nameof(ListKeysAsync));

    const string List = """
        SELECT key_hash, key FROM credentials WHERE tenant = $1 AND key_hash > $2 ORDER BY key_hash LIMIT $3
        """;

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, List, Array.Empty<byte>(), static row => KeyOf(row, 1, "credentials"), cancellationToken);
}
