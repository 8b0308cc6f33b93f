namespace StorageKit.Toml;

/// <summary>Which bytes are UTF-8 (RFC 3629), and what to say when they are not.</summary>
internal static class Utf8
{
    internal const string IsNotUtf8 =
        "these bytes are not UTF-8, and a TOML file must be: save the file with the encoding UTF-8";

    internal const string IsUtf16 =
        "the file looks like UTF-16, and a TOML file must be UTF-8: save the file with the encoding UTF-8";

    internal static int LengthOfByteOrderMark(byte[] bytes) =>
        bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;

    /// <summary>A byte order mark of UTF-16, or a NUL as one of the first two bytes.</summary>
    internal static bool LooksLikeUtf16(byte[] bytes)
    {
        if (bytes.Length < 2) return false;
        var first = (bytes[0] << 8) | bytes[1];
        return first is 0xFEFF or 0xFFFE || (first != 0 && (bytes[0] == 0 || bytes[1] == 0));
    }

    /// <summary>The index of the first byte that does not belong to a well-formed sequence, or the length.</summary>
    internal static int LengthOfValidPart(byte[] bytes, int start)
    {
        var i = start;
        while (i < bytes.Length)
        {
            var length = LengthOfSequence(bytes, i);
            if (length == 0) break;
            i += length;
        }

        return i;
    }

    static int LengthOfSequence(byte[] bytes, int i)
    {
        int lead = bytes[i];
        if (lead < 0x80) return 1;
        var length = lead switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || i + length > bytes.Length) return 0;

        // The second byte's range shuts out overlong forms, surrogates and what is above U+10FFFF.
        var least = lead switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        var most = lead switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        if (bytes[i + 1] < least || bytes[i + 1] > most) return 0;
        for (var k = 2; k < length; k++)
        {
            if ((bytes[i + k] & 0xC0) != 0x80) return 0;
        }

        return length;
    }
}
