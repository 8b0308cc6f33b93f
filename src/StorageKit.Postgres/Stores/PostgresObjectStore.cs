using System.Runtime.CompilerServices;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Keeps objects of up to 1 GB less some bytes. A listing reads page by page and holds nothing up.</summary>
/// <param name="database">The section's schema.</param>
/// <param name="tenant">Whose objects they are.</param>
[StorageDriver("postgres")]
public sealed partial class PostgresObjectStore(PostgresDatabase database, TenantId tenant)
    : PostgresStore(database, tenant), IObjectStore
{
    static readonly StoreOperation s_read = PostgresTelemetry.Operation<IObjectStore>(nameof(ReadAsync));
    static readonly StoreOperation s_write = PostgresTelemetry.Operation<IObjectStore>(nameof(WriteAsync));
    static readonly StoreOperation s_delete = PostgresTelemetry.Operation<IObjectStore>(nameof(DeleteAsync));
    static readonly StoreOperation s_exists = PostgresTelemetry.Operation<IObjectStore>(nameof(ExistsAsync));
    static readonly StoreOperation s_list = PostgresTelemetry.Operation<IObjectStore>(nameof(ListAsync));

    const int PageSize = 256;
    const int HeadSize = 1024;

    const string Write = """
        INSERT INTO objects (tenant, key, content) VALUES ($1, $2, $3)
        ON CONFLICT (tenant, key_hash) DO UPDATE SET content = excluded.content
        """;

    // head is the beginning of the key, so head < $4 wherever key < $4; it lets the index end the search.
    const string List = """
        SELECT key, octet_length(content) FROM objects
        WHERE tenant = $1 AND (head, key) >= ($2, $3) AND head < $4 AND key < $4 ORDER BY head, key LIMIT $5
        """;

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return ReadAsync(
            s_read,
            new("SELECT content FROM objects WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, Utf8.Bytes(key)),
            static row => row.GetFieldValue<byte[]>(0), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await WriteAsync(s_write, new(Write, Tenant, Utf8.Bytes(key), content.ToArray()), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        await WriteAsync(
            s_delete, new("DELETE FROM objects WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, Utf8.Bytes(key)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return ReadAsync(
            s_exists, new("SELECT FROM objects WHERE tenant = $1 AND key_hash = sha256($2)", Tenant, Utf8.Bytes(key)),
            static _ => true, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(prefix);
        ThrowIfDisposed();
        return PagesAsync(Utf8.Bytes(prefix), cancellationToken);
    }

    async IAsyncEnumerable<ObjectInfo> PagesAsync(
        byte[] prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, end) = (prefix, EndOf(prefix));
        while (true)
        {
            var head = from.AsSpan(0, Math.Min(HeadSize, from.Length)).ToArray();
            var page = await ReadAllAsync(
                s_list,
                new(List, Tenant, head, from, end, (long)PageSize), Decode, cancellationToken).ConfigureAwait(false);
            foreach (var info in page) yield return info;
            if (page.Count < PageSize) yield break;
            // Nothing comes between a key and the same with one byte 0 more.
            from = [.. Utf8.Bytes(page[^1].Key), 0];
        }
    }

    static ObjectInfo Decode(NpgsqlDataReader row) => new(Utf8.Text(row.GetFieldValue<byte[]>(0)), row.GetInt32(1));

    // The first bytes after all keys with this prefix. No byte of UTF-8 is 0xFF, so the last one can be raised.
    static byte[] EndOf(byte[] prefix)
    {
        if (prefix.Length == 0) return [0xFF];
        byte[] end = [.. prefix];
        end[^1]++;
        return end;
    }
}
