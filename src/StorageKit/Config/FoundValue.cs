using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>Says what was found where something else was expected, without ever showing what may be a secret.</summary>
internal static class FoundValue
{
    const int LongestShown = 32;

    static readonly string[] SecretWords =
        ["pass", "pwd", "secret", "token", "key", "credential", "auth", "url", "uri", "dsn", "connection"];

    internal static string Describe(string key, TomlValue value) => value switch
    {
        TomlInteger integer when IsShown(key) => integer.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat number when IsShown(key) => number.Value.ToString(CultureInfo.InvariantCulture),
        TomlBoolean boolean => boolean.Value ? "true" : "false",
        TomlString text when IsShown(key) && IsHarmless(text.Value) => QuotedName.Of(text.Value),
        TomlString => "a string (not shown: it may hold a secret)",
        _ => StorageConfig.Article(value.TypeName),
    };

    static bool IsShown(string key) =>
        !SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A password pasted into the wrong key comes as a URL or a long random text; a typing mistake is a short word.
    static bool IsHarmless(string text) =>
        text.Length <= LongestShown && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or '+');
}
