using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Local;

public abstract partial class LocalStore
{
    const int PageSize = 1000;

    /// <summary>The keys of a folder's files in the order of their names, a page at a time.</summary>
    /// <param name="operation">Tells of each page.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="isRecord">Whether a name may be a record's.</param>
    /// <param name="keyOf">The key of a file; null when it is gone or has expired.</param>
    /// <param name="cancellationToken">Ends the listing before its next page.</param>
    private protected IAsyncEnumerable<string> ListAsync(
        StoreOperation operation, RecordFolder folder, Predicate<string> isRecord, Func<string, string?> keyOf,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return PagesAsync(operation, folder, isRecord, keyOf, cancellationToken);
    }

    async IAsyncEnumerable<string> PagesAsync(
        StoreOperation operation, RecordFolder folder, Predicate<string> isRecord, Func<string, string?> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var last = after;
            var page = await ReadAsync(
                operation,
                () => folder.NamesAfter(last, PageSize, isRecord).ConvertAll(name => (Name: name, Key: keyOf(name))),
                cancellationToken).ConfigureAwait(false);
            foreach (var (_, key) in page)
                if (key is not null)
                    yield return key;
            if (page.Count < PageSize) yield break;
            after = page[^1].Name;
        }
    }
}
