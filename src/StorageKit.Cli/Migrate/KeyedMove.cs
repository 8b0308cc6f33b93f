using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Cli.Migrate;

/// <summary>Moves values that stand under keys, one after another, in the memory of one of them.</summary>
/// <param name="from">The source; null when it cannot name what it keeps.</param>
/// <param name="to">The target; null when it cannot.</param>
internal sealed class KeyedMove(KeyedMove.Side? from, KeyedMove.Side? to) : IMove
{
    /// <summary>A store as keys and bytes.</summary>
    internal sealed record Side(
        Func<CancellationToken, IAsyncEnumerable<string>> Keys,
        Func<string, CancellationToken, ValueTask<byte[]?>> Read,
        Func<string, byte[], CancellationToken, ValueTask> Write);

    public string? Obstacle => (from, to) switch
    {
        (null, _) => "the source cannot list what it keeps",
        (_, null) => "the target cannot list what it keeps, so nobody could tell that it is empty",
        _ => null,
    };

    public async Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in to!.Keys(cancellationToken)) return false;
        return true;
    }

    public async Task CopyAsync(Action<long> copied, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var key in from!.Keys(cancellationToken))
        {
            // Gone since it was named: removed or expired meanwhile.
            if (await from.Read(key, cancellationToken) is not { } value) continue;
            await to!.Write(key, value, cancellationToken);
            CryptographicOperations.ZeroMemory(value);
            copied(++count);
        }
    }

    public async Task<(long Count, string? Difference)> CompareAsync(CancellationToken cancellationToken)
    {
        var (source, target) = (await SumAsync(from!, cancellationToken), await SumAsync(to!, cancellationToken));
        return (target.Count, source.Count != target.Count
            ? $"the source keeps {source.Count}, the target {target.Count}"
            : source.Sum.AsSpan().SequenceEqual(target.Sum) ? null : "the same number, but not the same content");
    }

    /// <summary>The digests of all, combined so that their order does not matter: the sides list in orders of their
    /// own, and a key occurs once.</summary>
    static async Task<(long Count, byte[] Sum)> SumAsync(Side side, CancellationToken cancellationToken)
    {
        var (count, sum) = (0L, new byte[SHA256.HashSizeInBytes]);
        await foreach (var key in side.Keys(cancellationToken))
        {
            if (await side.Read(key, cancellationToken) is not { } value) continue;
            count++;
            var digest = Digest(key, value);
            for (var i = 0; i < sum.Length; i++) sum[i] ^= digest[i];
            CryptographicOperations.ZeroMemory(value);
        }
        return (count, sum);
    }

    static byte[] Digest(string key, byte[] value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var name = Encoding.UTF8.GetBytes(key);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, name.Length);
        hash.AppendData(length);
        hash.AppendData(name);
        hash.AppendData(value);
        return hash.GetHashAndReset();
    }
}
