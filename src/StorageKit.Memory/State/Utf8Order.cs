namespace StorageKit.Memory;

/// <summary>The ordinal order of texts' UTF-8 bytes, which is that of their code points. It differs from the order of
/// UTF-16: surrogates (U+10000 and up) come after U+E000 to U+FFFF.</summary>
internal static class Utf8Order
{
    internal static int Compare(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same == a.Length || same == b.Length
            ? a.Length.CompareTo(b.Length)
            : Rank(a[same]).CompareTo(Rank(b[same]));
    }

    static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
