using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StorageKit;

/// <summary>Sixteen opaque bytes in network order: what <see cref="AgentId"/>, <see cref="SessionId"/> and
/// <see cref="TenantId"/> are made of. Never validated as a UUID version; ordered as its bytes are.</summary>
internal readonly record struct Uuid(ulong High, ulong Low)
{
    internal const int Size = 16;

    internal static Uuid FromBytes(ReadOnlySpan<byte> bytes, string typeName)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"{typeName} has {Size} bytes; {bytes.Length} were given.", nameof(bytes));
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    // .NET's Guid keeps its first three fields little-endian; only the big-endian form has our byte order.
    internal static Uuid NewRandom()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Guid.NewGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        return FromBytes(bytes, nameof(Uuid));
    }

    internal void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], Low);
    }

    internal byte[] ToByteArray()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    internal static bool TryParse([NotNullWhen(true)] string? text, out Uuid value)
    {
        value = default;
        if (text is null) return false;
        var isHyphenated = text.Length == 36;
        if (!isHyphenated && text.Length != 32) return false;
        if (isHyphenated && (text[8], text[13], text[18], text[23]) is not ('-', '-', '-', '-')) return false;
        var hex = isHyphenated ? text.Replace("-", "", StringComparison.Ordinal) : text;
        if (hex.Length != 32
            || !Hex.IsHex(hex)
            || !ulong.TryParse(
                hex.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !ulong.TryParse(
                hex.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
            return false;
        value = new(high, low);
        return true;
    }

    internal static Uuid Parse(string text, string typeName)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var value)
            ? value
            : throw new FormatException(
                $"{typeName}: expected 32 hexadecimal digits, with hyphens (8-4-4-4-12) or without; "
                + $"found {text.Length} characters.");
    }

    internal string ToHex() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    /// <summary>The canonical UUID text: lower case, hyphenated, network byte order.</summary>
    public override string ToString()
    {
        var hex = ToHex();
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }
}
