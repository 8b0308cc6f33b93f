using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Keeps objects of up to 1,000,000,000 bytes. A listing reads page by page and holds nothing up.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose objects they are.</param>
[StorageDriver("sqlite")]
public sealed class SqliteObjectStore(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), IObjectStore
{
    static readonly StoreOperation s_read = SqliteTelemetry.Operation<IObjectStore>(nameof(ReadAsync));
    static readonly StoreOperation s_write = SqliteTelemetry.Operation<IObjectStore>(nameof(WriteAsync));
    static readonly StoreOperation s_delete = SqliteTelemetry.Operation<IObjectStore>(nameof(DeleteAsync));
    static readonly StoreOperation s_exists = SqliteTelemetry.Operation<IObjectStore>(nameof(ExistsAsync));
    static readonly StoreOperation s_list = SqliteTelemetry.Operation<IObjectStore>(nameof(ListAsync));

    const int PageSize = 256;

    const string Write = """
        INSERT INTO objects (tenant, key, content) VALUES (?1, ?2, ?3)
        ON CONFLICT (tenant, key) DO UPDATE SET content = excluded.content
        """;

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_read, connection => connection.Scalar(
                "SELECT content FROM objects WHERE tenant = ?1 AND key = ?2", Tenant, utf8) as byte[],
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        var copy = content.ToArray();
        return WriteAsync(s_write, connection => connection.Execute(Write, Tenant, utf8, copy), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return WriteAsync(
            s_delete,
            connection => connection.Execute("DELETE FROM objects WHERE tenant = ?1 AND key = ?2", Tenant, utf8),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var utf8 = Utf8.Bytes(key);
        return ReadAsync(
            s_exists, connection =>
                connection.Scalar("SELECT 1 FROM objects WHERE tenant = ?1 AND key = ?2", Tenant, utf8) is not null,
            cancellationToken);
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
        var end = EndOf(prefix);
        byte[]? after = null;
        while (true)
        {
            var page = await ReadAsync(s_list, connection => Page(connection, prefix, end, after), cancellationToken)
                .ConfigureAwait(false);
            foreach (var info in page) yield return info;
            if (page.Count < PageSize) yield break;
            after = Utf8.Bytes(page[^1].Key);
        }
    }

    List<ObjectInfo> Page(DatabaseConnection connection, byte[] prefix, byte[] end, byte[]? after)
    {
        List<ObjectInfo> page = [];
        using var row = after is null
            ? connection.Query(
                """
                SELECT key, length(content) FROM objects
                WHERE tenant = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4
                """,
                Tenant, prefix, end, PageSize)
            : connection.Query(
                """
                SELECT key, length(content) FROM objects
                WHERE tenant = ?1 AND key > ?2 AND key < ?3 ORDER BY key LIMIT ?4
                """,
                Tenant, after, end, PageSize);
        while (row.Read()) page.Add(new(Utf8.Text(row.GetFieldValue<byte[]>(0)), row.GetInt64(1)));
        return page;
    }

    // The first bytes after all keys with this prefix. No byte of UTF-8 is 0xFF, so the last one can be raised.
    static byte[] EndOf(byte[] prefix)
    {
        if (prefix.Length == 0) return [0xFF];
        byte[] end = [.. prefix];
        end[^1]++;
        return end;
    }
}
