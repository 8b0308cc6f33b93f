using System.Globalization;
using System.Text;

namespace StorageKit.Tools;

/// <summary>What a configuration says of a component reaches the model as one short plain line: it cannot draw over
/// other text, hide words or pretend to be a second paragraph.</summary>
internal static class DescriptionText
{
    internal static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > ToolComponent.LongestDescription) break;
            if (!IsBlank(rune)) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        var line = clean.ToString().Trim();
        return line.Length == 0 ? null : line;
    }

    static bool IsBlank(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned;
}
