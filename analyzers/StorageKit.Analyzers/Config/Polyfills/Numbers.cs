using System.Globalization;

namespace StorageKit;

/// <summary>What newer frameworks have of numbers, for the linked source of the runtime.</summary>
internal static class Numbers
{
    extension(long)
    {
        public static bool TryParse(
            ReadOnlySpan<char> text, NumberStyles styles, CultureInfo culture, out long number) =>
            long.TryParse(text.ToString(), styles, culture, out number);
    }

    extension(double)
    {
        public static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

        public static bool TryParse(string text, CultureInfo culture, out double number) =>
            double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, culture, out number);
    }
}
