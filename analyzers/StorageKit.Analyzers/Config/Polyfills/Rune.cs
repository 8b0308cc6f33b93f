using System.Globalization;

namespace System.Text;

/// <summary>Lets netstandard2.0 code walk a text by its Unicode characters; a lone surrogate is U+FFFD.</summary>
internal readonly struct Rune(int value)
{
    public int Value { get; } = value;

    public static UnicodeCategory GetUnicodeCategory(Rune rune) =>
        CharUnicodeInfo.GetUnicodeCategory(rune.ToString(), 0);

    public override string ToString() => char.ConvertFromUtf32(Value);
}

internal static class RuneWalk
{
    public static IEnumerable<Rune> EnumerateRunes(this string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                yield return new(char.ConvertToUtf32(text[i], text[++i]));
            else
                yield return new(char.IsSurrogate(text[i]) ? 0xFFFD : text[i]);
    }
}
