using System.Buffers;
using System.Text;

namespace StorageKit.Toml;

/// <summary>
/// The text to read, in a rented array that ends with <see cref="Sentinels"/> NULs: the parser may look that far ahead
/// without asking for the end. The array is wiped before it is handed back, since the text may hold secrets.
/// </summary>
internal readonly struct TomlText : IDisposable
{
    const int Sentinels = 3;

    TomlText(char[] chars, int length, string? encodingError = null)
    {
        Chars = chars;
        Length = length;
        EncodingError = encodingError;
        Array.Clear(chars, length, Sentinels);
    }

    internal char[] Chars { get; }

    internal int Length { get; }

    /// <summary>What is wrong with the bytes at the end of <see cref="Chars"/>; null when nothing is.</summary>
    internal string? EncodingError { get; }

    internal static TomlText Copy(string text)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var length = text.Length - start;
        var chars = ArrayPool<char>.Shared.Rent(length + Sentinels);
        text.CopyTo(start, chars, 0, length);
        return new TomlText(chars, length);
    }

    internal static TomlText Decode(byte[] bytes)
    {
        if (Utf8.LooksLikeUtf16(bytes)) return new TomlText(ArrayPool<char>.Shared.Rent(Sentinels), 0, Utf8.IsUtf16);
        var start = Utf8.LengthOfByteOrderMark(bytes);
        var chars = ArrayPool<char>.Shared.Rent(bytes.Length - start + Sentinels);
        var length = Encoding.UTF8.GetChars(bytes, start, bytes.Length - start, chars, 0);

        // The decoder replaces what is not UTF-8 by U+FFFD. Only where one turns up need the bytes be looked at.
        if (Array.IndexOf(chars, '\uFFFD', 0, length) < 0) return new TomlText(chars, length);
        var valid = Utf8.LengthOfValidPart(bytes, start);
        if (valid == bytes.Length) return new TomlText(chars, length);
        length = Encoding.UTF8.GetChars(bytes, start, valid - start, chars, 0);
        return new TomlText(chars, length, Utf8.IsNotUtf8);
    }

    public void Dispose()
    {
        Array.Clear(Chars, 0, Length);
        ArrayPool<char>.Shared.Return(Chars);
    }
}
