namespace StorageKit.Conformance.Clauses;

/// <summary>Strings that are no valid Unicode, and so no key.</summary>
internal static class LoneSurrogates
{
    internal static IReadOnlyList<string> Keys { get; } = ["\ud83d", "\udd11", "a\ud83d", "\ud83db", "\udd11\ud83d"];
}
