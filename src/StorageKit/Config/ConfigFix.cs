using StorageKit.Toml;

namespace StorageKit;

/// <summary>What makes an error go away, where only one thing can have been meant.</summary>
/// <param name="Span">The stretch of the file that is wrong.</param>
/// <param name="Replacement">What belongs there, as TOML: a bare key, or a value with its quotes.</param>
public sealed record ConfigFix(TomlSpan Span, string Replacement)
{
    /// <summary>The key that was meant, if no other is as near, it is not there already, and no other key
    /// may mean it.</summary>
    internal static ConfigFix? OfKey(TomlEntry entry, IReadOnlyCollection<string> meant, TomlTable table) =>
        NearestName.Only(entry.Key, meant) is { } name && !table.TryGet(name, out _)
        && !table.Any(other => other.Key != entry.Key && !meant.Contains(other.Key)
            && NearestName.Of(other.Key, meant) == name)
            ? new(entry.KeySpan, name)
            : null;

    /// <summary>The name that was meant, if no other is as near.</summary>
    internal static ConfigFix? OfName(TomlSpan span, string name, IEnumerable<string> meant) =>
        NearestName.Only(name, meant) is { } near ? new(span, $"\"{near}\"") : null;
}
