namespace StorageKit.Testing.Listing;

/// <summary>Keys that a pattern, a file's name or a text column could take for something else.</summary>
internal static class OddKeys
{
    internal static IReadOnlyList<string> All { get; } =
    [
        "", " ", "*", "?", "a*", "[a-z]", "\\", "^", "%", "%_", "%41", "a/b/../c", "..", "k-a", "h-a", "}", "{a}", "a:b",
        "A", "a", "zero \0 within", "'; --", "line\nbreak", "\u00e4", "a\u0308", "ключ", "\U0001F5DD", "\uffff",
        new('k', 1024), new('\u00e9', 512),
    ];
}
