namespace StorageKit.Tools;

/// <summary>Which names a model can call. The limits are those of the narrowest client: 63 characters of
/// <c>[a-zA-Z0-9_-]</c>, the first one a letter or <c>_</c>.</summary>
internal static class ToolNames
{
    internal const int Longest = 63;

    internal const string ComponentRule = "a lower-case letter, then a-z, 0-9 and _";

    /// <summary>Names are compared so, that no two differ in case only: some clients fold it.</summary>
    internal static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    internal static bool IsComponent(string name) =>
        name.Length is > 0 and < Longest
        && char.IsAsciiLetterLower(name[0])
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    internal static bool IsTool(string name) =>
        name.Length is > 0 and <= Longest
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    internal static string WhyNoComponent(string name) =>
        $"{QuotedName.OrHidden(name)} is no component's name: it is {ComponentRule}, at most {Longest - 1} characters.";

    internal static string WhyNoTool(string name) =>
        $"{QuotedName.OrHidden(name)} is no name that a model can call: it is a letter or _, then letters, digits, _ "
        + $"and -, at most {Longest} characters.";
}
