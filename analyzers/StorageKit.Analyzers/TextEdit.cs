using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers;

/// <summary>
/// A change of source text that travels from a rule to its fix in the properties of a diagnostic, because only the rule
/// knows where in a literal the words stand. The text must be in the file that the diagnostic is in.
/// </summary>
internal static class TextEdit
{
    const string Start = "start";
    const string Length = "length";
    const string NewText = "newText";

    /// <summary>Beside the change: what the light bulb says, where the rule knows it.</summary>
    public const string Title = "title";

    public static ImmutableDictionary<string, string?> Write(TextSpan span, string newText) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Start, span.Start.ToString(CultureInfo.InvariantCulture))
            .Add(Length, span.Length.ToString(CultureInfo.InvariantCulture))
            .Add(NewText, newText);

    /// <summary>The change, or null for a diagnostic that has none.</summary>
    public static TextChange? Read(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(Start, out var start) && properties.TryGetValue(Length, out var length)
        && properties.TryGetValue(NewText, out var newText) && newText is not null
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new TextChange(new TextSpan(from, count), newText)
            : null;
}
