using System.Diagnostics.CodeAnalysis;

namespace StorageKit;

/// <summary>Names a session of an agent.</summary>
/// <remarks>Sixteen opaque bytes in network order, compared byte for byte; the text form is the lower-case UUID. Not
/// validated: all-zero and all-one ids are ids.</remarks>
public readonly record struct SessionId : IComparable<SessionId>
{
    readonly Uuid _value;

    SessionId(Uuid value) => _value = value;

    /// <summary>A new random id (UUID version 4).</summary>
    public static SessionId New() => new(Uuid.NewRandom());

    /// <summary>The id with these bytes, in network order.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 16 bytes long.</exception>
    public static SessionId FromBytes(ReadOnlySpan<byte> bytes) => new(Uuid.FromBytes(bytes, nameof(SessionId)));

    /// <summary>Reads 32 hexadecimal digits, with the hyphens of a UUID or without.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static SessionId Parse(string text) => new(Uuid.Parse(text, nameof(SessionId)));

    /// <summary>Like <see cref="Parse"/>, but answers false instead of throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var isValid = Uuid.TryParse(text, out var value);
        id = new(value);
        return isValid;
    }

    /// <summary>A copy of the 16 bytes, in network order.</summary>
    public byte[] ToByteArray() => _value.ToByteArray();

    /// <summary>Writes the 16 bytes, in network order.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> is shorter than 16
    /// bytes.</exception>
    public void WriteTo(Span<byte> destination) => _value.WriteTo(destination);

    /// <summary>32 lower-case hexadecimal digits without hyphens.</summary>
    public string ToHex() => _value.ToHex();

    /// <summary>The lower-case hyphenated UUID text.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>Orders ids as their bytes are ordered.</summary>
    public int CompareTo(SessionId other) =>
        (_value.High, _value.Low).CompareTo((other._value.High, other._value.Low));
}
