using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>Says what was found where something else was expected, without ever showing what may be a secret.</summary>
internal static class FoundValue
{
    static readonly string[] SecretWords =
        ["pass", "pwd", "secret", "token", "key", "credential", "auth", "pin", "url", "uri", "dsn", "connection"];

    const int LongestWord = 8;

    // What stands in the wrong place may be a password as well as a typing mistake: only a short plain word is shown.
    internal static string Describe(string key, TomlValue value) => value switch
    {
        TomlInteger integer when IsShown(key) => integer.Value.ToString(CultureInfo.InvariantCulture),
        // 3.0 is not shown as 3: "expected an integer, found 3" would puzzle.
        TomlFloat { Value: var number } when IsShown(key) && Math.Abs(number) < 1e15 && Math.Floor(number) == number =>
            number.ToString("F1", CultureInfo.InvariantCulture),
        TomlFloat number when IsShown(key) => number.Value.ToString(CultureInfo.InvariantCulture),
        TomlBoolean boolean => boolean.Value ? "true" : "false",
        TomlString word when IsShown(key) && IsPlainWord(word.Value) => $"\"{word.Value}\"",
        TomlString => "a string (not shown: it may hold a secret)",
        _ => WithArticle(value.TypeName),
    };

    internal static string WithArticle(string typeName) =>
        (typeName[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + typeName;

    static bool IsPlainWord(string text) =>
        text.Length is > 0 and <= LongestWord && text.All(char.IsAsciiLetterLower);

    static bool IsShown(string key) =>
        !SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));
}
