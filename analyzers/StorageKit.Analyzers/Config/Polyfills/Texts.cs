using System.Globalization;
using System.Text;

namespace StorageKit;

/// <summary>What newer frameworks have of characters and texts, for the linked source of the runtime.</summary>
internal static class Texts
{
    extension(char)
    {
        public static bool IsAsciiDigit(char character) => character is >= '0' and <= '9';

        public static bool IsAsciiLetterLower(char character) => character is >= 'a' and <= 'z';

        public static bool IsAsciiLetterOrDigit(char character) =>
            character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }

    extension(string text)
    {
        public static string Create(IFormatProvider culture, FormattableString form) => form.ToString(culture);

        public bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

        public bool Contains(char part, StringComparison comparison) =>
            text.IndexOf(part.ToString(), comparison) >= 0;

        public int IndexOf(char part, StringComparison comparison) => text.IndexOf(part.ToString(), comparison);

        public bool EndsWith(char end) => text.Length > 0 && text[text.Length - 1] == end;
    }

    public static StringBuilder Append(this StringBuilder text, CultureInfo culture, FormattableString form) =>
        text.Append(form.ToString(culture));
}
