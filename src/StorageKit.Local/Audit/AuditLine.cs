using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace StorageKit.Local;

/// <summary>A line of the log. It is one JSON object:
/// <c>{"position":7,"batch_left":0,"synced":1234,"entry_hash":"…","digest":"…","entry":{…},"crc32c":"…"}</c>.</summary>
/// <param name="Position">The record's, from 1 on.</param>
/// <param name="BatchLeft">How many entries of the same batch follow: a batch is there whole or not at all.</param>
/// <param name="Synced">The length of this file that was on the disk before the line was written: what is damaged
/// before it was acknowledged; what is damaged after it never was.</param>
/// <param name="EntryHash">The entry's hash.</param>
/// <param name="Digest">The entry's digest when it was emitted.</param>
internal sealed record AuditLine(ulong Position, int BatchLeft, long Synced, Hash256 EntryHash, Hash256 Digest)
{
    const int HashDigits = 2 * Hash256.Size;

    /// <summary>The part of a line that does not depend on its place; made before the entry is queued.</summary>
    internal static byte[] BodyOf(AuditEntry entry) => Utf8.Bytes(
        $"\"entry_hash\":\"{entry.EntryHash}\",\"digest\":\"{entry.Digest}\",\"entry\":{entry.ToJson()}");

    internal static void Write(MemoryStream lines, ulong position, int batchLeft, long synced, byte[] body)
    {
        var start = (int)lines.Length;
        lines.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"position\":{position},\"batch_left\":{batchLeft},\"synced\":{synced},")));
        lines.Write(body);
        SealedLine.Close(lines, start);
    }

    /// <summary>False when the line is damaged.</summary>
    /// <param name="line">Without the end of the line.</param>
    /// <param name="read">The line.</param>
    /// <param name="entry">The entry's JSON.</param>
    internal static bool TryRead(ReadOnlySpan<byte> line, out AuditLine? read, out ReadOnlySpan<byte> entry)
    {
        read = null;
        entry = default;
        if (!SealedLine.TryOpen(line, out var rest)) return false;
        if (!TryNumber(ref rest, "{\"position\":"u8, out var position)
            || !TryNumber(ref rest, ",\"batch_left\":"u8, out var left) || left > int.MaxValue
            || !TryNumber(ref rest, ",\"synced\":"u8, out var synced) || synced > long.MaxValue
            || !TryHash(ref rest, ",\"entry_hash\":\""u8, out var hash)
            || !TryHash(ref rest, "\",\"digest\":\""u8, out var digest)
            || !TryTake(ref rest, "\",\"entry\":"u8)) return false;
        entry = rest;
        read = new((ulong)position, (int)left, (long)synced, hash, digest);
        return true;
    }

    static bool TryTake(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected)) return false;
        rest = rest[expected.Length..];
        return true;
    }

    static bool TryNumber(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name, out ulong number)
    {
        number = 0;
        if (!TryTake(ref rest, name) || !Utf8Parser.TryParse(rest, out number, out var length)) return false;
        rest = rest[length..];
        return true;
    }

    static bool TryHash(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name, out Hash256 hash)
    {
        hash = default;
        if (!TryTake(ref rest, name) || rest.Length < HashDigits) return false;
        var digits = Encoding.ASCII.GetString(rest[..HashDigits]);
        rest = rest[HashDigits..];
        return Hash256.TryParse(digits, out hash);
    }
}
