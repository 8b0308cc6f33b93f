using System.Globalization;
using System.Text;

namespace StorageKit;

/// <summary>Names in messages, quoted and escaped as the reference's debug form (Rust's <c>{:?}</c>) does it.</summary>
internal static class QuotedName
{
    internal static string Of(string name)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in name.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\0' => text.Append("\\0"),
                _ when IsPrintable(rune) => text.Append(rune),
                var code => text.Append(CultureInfo.InvariantCulture, $"\\u{{{code:x}}}"),
            };
        }
        return text.Append('"').ToString();
    }

    /// <summary>A name, or <c>"…"</c> for what somebody pasted in its place and may hold a password.</summary>
    internal static string OrHidden(string name) => IsShown(name) ? Of(name) : "\"…\"";

    /// <summary>A key of a TOML table as one would write it: bare when it can be.</summary>
    internal static string OfKey(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : OrHidden(key);

    /// <summary>Whether a name is none of the forms of a connection string: an address with a scheme,
    /// <c>user:password@host</c>, <c>key=value</c>.</summary>
    internal static bool IsShown(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return !name.Contains("://", StringComparison.Ordinal)
            && !name.Contains('=', StringComparison.Ordinal)
            && !(colon >= 0 && name.IndexOf('@', colon) > colon);
    }

    static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse => false,
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => false,
        _ => !GraphemeExtenders.Contains(rune.Value),
    };
}
