using System.Globalization;
using System.Text;

namespace StorageKit.Local;

/// <summary>A JSON object in one line whose last member is the checksum of everything before it.</summary>
internal static class SealedLine
{
    const int CrcDigits = 8;

    static ReadOnlySpan<byte> Before => ",\"crc32c\":\""u8;

    static ReadOnlySpan<byte> After => "\"}"u8;

    /// <summary>Adds the checksum and the end of the line to a JSON object that lacks its closing brace.</summary>
    internal static void Close(MemoryStream line, int start)
    {
        var crc = Crc32C.Of(line.GetBuffer().AsSpan(start, (int)line.Length - start));
        line.Write(Before);
        line.Write(Encoding.ASCII.GetBytes(crc.ToString("x8", CultureInfo.InvariantCulture)));
        line.Write(After);
        line.WriteByte((byte)'\n');
    }

    /// <summary>What is before the checksum; false when it does not fit.</summary>
    /// <param name="line">Without the end of the line.</param>
    /// <param name="content">The object without its closing brace.</param>
    internal static bool TryOpen(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> content)
    {
        content = default;
        var length = line.Length - Before.Length - CrcDigits - After.Length;
        if (length < 0) return false;
        var tail = line[length..];
        if (!tail.StartsWith(Before) || !tail.EndsWith(After)) return false;
        var digits = tail.Slice(Before.Length, CrcDigits);
        content = line[..length];
        return digits.IndexOfAnyExcept("0123456789abcdef"u8) < 0
            && uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) == Crc32C.Of(content);
    }
}
