using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using StorageKit;

namespace Acme.PlainFiles;

/// <summary>Counts in fixed windows: a file for each key, 16 bytes long: the total and the end of the window.</summary>
[StorageDriver("plainfiles")]
public sealed class PlainCounter(PlainFolder folder, TenantId tenant) : IRateLimitCounter
{
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Window(window);
        return folder.AloneAsync(FileOf(key), file =>
        {
            var (total, end) = Read(file);
            var now = folder.Now;
            if (now.Ticks >= end) (total, end) = (0, now.Ticks + Math.Min(window.Ticks, long.MaxValue - now.Ticks));
            total = total > ulong.MaxValue - amount ? ulong.MaxValue : total + amount;
            Write(file, total, end);
            return total;
        }, cancellationToken);
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        folder.AloneAsync(
            FileOf(key), file => Read(file) is var (total, end) && folder.Now.Ticks < end
                ? total
                : 0, cancellationToken);

    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await folder.AloneAsync(FileOf(key), file => { Write(file, 0, 0); return true; }, cancellationToken)
            .ConfigureAwait(false);

    // Any text is a key, and a hash of it is a file name.
    string FileOf(string key)
    {
        StorageArgument.Key(key);
        return $"{tenant.ToHex()}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}.count";
    }

    static (ulong Total, long End) Read(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[16];
        return file.ReadAtLeast(bytes, 16, throwOnEndOfStream: false) < 16
            ? (0, 0)
            : (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }

    static void Write(FileStream file, ulong total, long end)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, total);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], end);
        file.Position = 0;
        file.Write(bytes);
    }
}
