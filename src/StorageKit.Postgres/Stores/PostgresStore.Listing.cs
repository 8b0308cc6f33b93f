using System.Runtime.CompilerServices;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

public abstract partial class PostgresStore
{
    const long PageSize = 1000;

    /// <summary>Rows of a table in the order of their keys, a page and a transaction at a time.</summary>
    /// <param name="operation">Tells of each page.</param>
    /// <param name="sql">Its first column orders the rows; <c>$1</c> is the tenant, <c>$2</c> that column of the last
    /// row that was read, <c>$3</c> how many, and <c>$4</c> … are <paramref name="values"/>.</param>
    /// <param name="first">What all rows come after.</param>
    /// <param name="decode">Makes of a row what is listed.</param>
    /// <param name="cancellationToken">Ends the listing at once.</param>
    /// <param name="values">What else the statement takes.</param>
    private protected IAsyncEnumerable<T> ListAsync<T>(
        StoreOperation operation, string sql, object first, Func<NpgsqlDataReader, T> decode,
        CancellationToken cancellationToken, params object[] values)
    {
        ThrowIfDisposed();
        return PagesAsync(operation, sql, first, decode, values, cancellationToken);
    }

    async IAsyncEnumerable<T> PagesAsync<T>(
        StoreOperation operation, string sql, object first, Func<NpgsqlDataReader, T> decode, object[] values,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = first;
        while (true)
        {
            var page = await ReadAllAsync(
                operation, new(sql, [Tenant, after, PageSize, .. values]), row => (Found: decode(row), At: row.GetValue(0)),
                cancellationToken).ConfigureAwait(false);
            foreach (var (found, _) in page) yield return found;
            if (page.Count < PageSize) yield break;
            after = page[^1].At;
        }
    }

    /// <summary>The key of a row.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: it is no text.</exception>
    private protected static string KeyOf(NpgsqlDataReader row, int column, string table)
    {
        try
        {
            return Utf8.Text(row.GetFieldValue<byte[]>(column));
        }
        catch (FormatException)
        {
            throw Damaged(row, table);
        }
    }

    /// <summary>What is said of a row whose first column is the hash of its key.</summary>
    private protected static StorageException Damaged(NpgsqlDataReader row, string table) => new(
        StorageErrorKind.Serialization,
        $"the row of {table} whose key_hash is {Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0))} is damaged; "
        + "restore it or delete it");
}
