using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

public abstract partial class SqliteStore
{
    const int PageSize = 1000;
    const int Shown = 32;

    /// <summary>The rows of a table in the order of their keys, a page and a read at a time.</summary>
    /// <param name="operation">Tells of each page.</param>
    /// <param name="sql">Its first column is the key; <c>?1</c> is the tenant, <c>?2</c> the lowest key, <c>?3</c> how
    /// many, and <c>?4</c> the time, where it matters.</param>
    /// <param name="time">What is compared with the rows' times, read anew for each page.</param>
    /// <param name="decode">Makes of a row and that time what is listed; throws a <see cref="FormatException"/> or
    /// <see cref="ArgumentException"/> when the row is damaged.</param>
    /// <param name="cancellationToken">Ends the listing before its next page.</param>
    private protected IAsyncEnumerable<T> ListAsync<T>(
        StoreOperation operation, string sql, Func<long> time, Func<SqliteDataReader, long, T> decode,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return PagesAsync(operation, sql, time, decode, cancellationToken);
    }

    async IAsyncEnumerable<T> PagesAsync<T>(
        StoreOperation operation, string sql, Func<long> time, Func<SqliteDataReader, long, T> decode,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] from = [];
        while (true)
        {
            var lowest = from;
            var (page, last) = await ReadAsync(
                operation, connection => Page(connection, sql, lowest, time(), decode), cancellationToken)
                .ConfigureAwait(false);
            foreach (var found in page) yield return found;
            if (page.Count < PageSize) yield break;
            // No key lies between one and itself with a zero behind it.
            from = [.. last, 0];
        }
    }

    (List<T> Page, byte[] Last) Page<T>(
        DatabaseConnection connection, string sql, byte[] from, long time, Func<SqliteDataReader, long, T> decode)
    {
        List<T> page = [];
        byte[] last = [];
        using var row = connection.Query(sql, Tenant, from, PageSize, time);
        while (row.Read())
        {
            last = row.GetFieldValue<byte[]>(0);
            try
            {
                page.Add(decode(row, time));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                var shown = Convert.ToHexStringLower(last.AsSpan(0, Math.Min(last.Length, Shown)));
                throw new StorageException(
                    StorageErrorKind.Serialization,
                    $"\"{Options.Path}\" has a damaged row, whose key begins with the bytes {shown}; restore the row or "
                    + "delete it");
            }
        }
        return (page, last);
    }
}
