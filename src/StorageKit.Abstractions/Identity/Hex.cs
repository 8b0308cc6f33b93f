using System.Buffers;

namespace StorageKit;

/// <summary>Hexadecimal digits. .NET's number parsers also pass trailing NULs, which would give one id several texts.
/// </summary>
internal static class Hex
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static bool IsHex(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Digits) < 0;
}
