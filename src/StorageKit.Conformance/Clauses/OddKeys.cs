using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Keys that a careless driver mixes up: by case, trailing blanks, normal forms, separators, wildcards,
/// escapes, a terminating zero or a cut tail. No two are equal, and all are valid.</summary>
internal static class OddKeys
{
    static readonly string s_long = new('k', 1023);

    internal static IReadOnlyList<string> All { get; } =
    [
        "", " ", "a", "A", "a ", " a", "a\t", "a\n", "a\0", "a\0b", "\0", "ab", "a:b", "a:b:c", "a::b", "a|b",
        "a/b", "a//b", "/a/b", "a/./b", "a\\b",
        "a.b", "..", "../a", "a*", "*", "a?", "[a]", "{a}", "a%", "a_", "%00", "\\0", "a'", "a\"",
        "null", "0", "00", "1e0", "\u00e9", "e\u0301", "\u0130", "i", "I", "\u0131", "ß", "ss", "\ufb01", "fi",
        "🔑", "ключ", "\u200d", "\ufeff", s_long + "1", s_long + "2",
    ];

    /// <summary>The key as a message can show it: what does not print as an escape, a long one by its length and end.
    /// </summary>
    internal static string Name(string key)
    {
        if (key.Length > 64) return $"a key of {key.Length} characters that ends with \"{key[^1]}\"";
        return $"\"{string.Concat(key.Select(Show))}\"";
    }

    static string Show(char c) =>
        c is >= ' ' and < '\x7f' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
}
