using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StorageKit;

/// <summary>A SHA-256 value: 32 bytes, immutable, compared byte for byte.</summary>
public readonly record struct Hash256
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 32;

    readonly ulong _a, _b, _c, _d;

    Hash256(ReadOnlySpan<byte> bytes)
    {
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>32 zero bytes: the previous hash of a chain's first entry.</summary>
    public static Hash256 Genesis => default;

    /// <summary>The hash with these bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new(bytes)
        : throw new ArgumentException($"A hash has {Size} bytes; {bytes.Length} were given.", nameof(bytes));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException"><paramref name="hex"/> is something else.</exception>
    public static Hash256 Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return TryParse(hex, out var hash)
            ? hash
            : throw new FormatException($"Hash256: expected 64 hexadecimal digits; found {hex.Length} characters.");
    }

    /// <summary>Like <see cref="Parse"/>, but answers false instead of throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out Hash256 hash)
    {
        hash = default;
        if (hex is not { Length: Size * 2 } || !Hex.IsHex(hex)) return false;
        hash = new(Convert.FromHexString(hex));
        return true;
    }

    /// <summary>A copy of the 32 bytes.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> is shorter than 32
    /// bytes.</exception>
    public void WriteTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_a:x16}{_b:x16}{_c:x16}{_d:x16}");
}
