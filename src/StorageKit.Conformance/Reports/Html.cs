using System.Globalization;
using System.Net;

namespace StorageKit.Conformance;

/// <summary>Words of drivers and authors as text of a page, never as markup.</summary>
internal static class Html
{
    /// <summary>Escaped for text and for quoted attributes. Control characters, which a page must not hold, are shown
    /// as <c>\u0000</c>.</summary>
    internal static string Text(string text) => WebUtility.HtmlEncode(
        text.Any(IsUnprintable)
            ? string.Concat(text.Select(c => IsUnprintable(c) ? $"\\u{(int)c:x4}" : c.ToString()))
            : text);

    /// <summary>A number with a comma after each three digits.</summary>
    internal static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static bool IsUnprintable(char c) => char.IsControl(c) && c != '\n';
}
