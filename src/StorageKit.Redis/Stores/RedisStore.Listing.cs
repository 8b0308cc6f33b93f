using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

public abstract partial class RedisStore
{
    static readonly byte[] s_pageSize = "1000"u8.ToArray();

    /// <summary>Goes through the keys of a kind, a <c>SCAN</c> at a time.</summary>
    /// <remarks>The server may name a key twice while its table grows or shrinks. So that none is listed twice, 16
    /// bytes of each one's hash are remembered until the listing ends: nothing less can tell.</remarks>
    /// <param name="operation">Tells of each page.</param>
    /// <param name="keys">The names of the keys.</param>
    /// <param name="describeAsync">Makes of the names of a page what is listed.</param>
    /// <param name="cancellationToken">Ends the listing before its next page.</param>
    private protected IAsyncEnumerable<T> ListAsync<T>(
        StoreOperation operation, RedisKeys keys,
        Func<IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyList<T>>> describeAsync,
        CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return PagesAsync(operation, keys, describeAsync, cancellationToken);
    }

    async IAsyncEnumerable<T> PagesAsync<T>(
        StoreOperation operation, RedisKeys keys,
        Func<IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyList<T>>> describeAsync,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<UInt128> named = [];
        ReadOnlyMemory<byte> cursor = default;
        do
        {
            ThrowIfDisposed();
            (cursor, var page) = await WatchedAsync(cursor).ConfigureAwait(false);
            foreach (var found in page) yield return found;
        }
        while (!cursor.Span.SequenceEqual("0"u8));

        ValueTask<(ReadOnlyMemory<byte>, IReadOnlyList<T>)> WatchedAsync(ReadOnlyMemory<byte> from)
        {
            using var call = operation.Start();
            return call.Watch(PageAsync(from));
        }

        async ValueTask<(ReadOnlyMemory<byte>, IReadOnlyList<T>)> PageAsync(ReadOnlyMemory<byte> from)
        {
            if (from.IsEmpty) await RequireWholeAsync(cancellationToken).ConfigureAwait(false);
            var reply = await SendAsync(
                "a listing", cancellationToken, "SCAN"u8.ToArray(), from.IsEmpty ? "0"u8.ToArray() : from,
                "MATCH"u8.ToArray(), keys.Pattern, "COUNT"u8.ToArray(), s_pageSize).ConfigureAwait(false);
            if (reply.Items.Count != 2) throw RedisFailure.Unexpected(reply);
            List<string> names = [];
            foreach (var key in reply.Items[1].Items)
                if (named.Add(HashOf(key.Text.Span)))
                    names.Add(keys.NameOf(key.Text.Span));
            return (reply.Items[0].Text, await describeAsync(names, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Refuses to list a part for the whole.</summary>
    async ValueTask RequireWholeAsync(CancellationToken cancellationToken)
    {
        var info = await SendAsync("the server", cancellationToken, "INFO"u8.ToArray(), "cluster"u8.ToArray())
            .ConfigureAwait(false);
        if (Encoding.UTF8.GetString(info.Text.Span).Contains("cluster_enabled:1", StringComparison.Ordinal))
            throw new StorageException(
                StorageErrorKind.Backend,
                "redis is a node of a cluster, which can list the keys of its own slots only; list them where all are "
                + "kept, such as the source of a cache", isTransient: false);
    }

    static UInt128 HashOf(ReadOnlySpan<byte> key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
