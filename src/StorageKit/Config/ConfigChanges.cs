using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>What differs between two configurations: places and keys, never a value.</summary>
internal static class ConfigChanges
{
    /// <summary>What somebody reads and that differs: keys of <c>[storage]</c>, those of drivers' sections one by one.
    /// A driver that nobody selects any more is not named; what selected it is.</summary>
    /// <param name="registry">Says what is read.</param>
    /// <param name="before">What is open.</param>
    /// <param name="after">What the file says now; places are its places.</param>
    /// <param name="except">A key of <c>[storage]</c> that does not matter, or null.</param>
    internal static IReadOnlyList<string> Between(
        Registry registry, StorageConfig before, StorageConfig after, string? except)
    {
        List<(TextPosition Place, string What)> changes = [];
        var wasRead = registry.KeysRead(before);
        foreach (var key in registry.KeysRead(after))
        {
            if (key == except) continue;
            var old = wasRead.Contains(key) ? Find(before, key) : null;
            var now = Find(after, key);
            if (Same(old?.Value, now?.Value)) continue;
            var name = QuotedName.OfKey(key);
            if (old?.Value is TomlTable was && now?.Value is TomlTable section)
                changes.AddRange(InSection($"[storage.{name}]", was, section));
            else
                changes.Add(Change(
                    (now?.Value ?? old!.Value.Value) is TomlTable ? $"[storage.{name}]" : $"[storage] {name}",
                    now, after.Place));
        }
        return
        [
            .. changes.OrderBy(change => change.Place.Offset).Select(change => string.Create(
                CultureInfo.InvariantCulture,
                $"{after.File}:{change.Place.Line}:{change.Place.Column}: {change.What}")),
        ];
    }

    static IEnumerable<(TextPosition Place, string What)> InSection(string header, TomlTable before, TomlTable after) =>
        before.Concat(after).Select(entry => entry.Key).Distinct()
            .Where(key => !Same(before[key], after[key]))
            .Select(key => Change(
                $"{header} {QuotedName.OfKey(key)}", after.TryGet(key, out var now) ? now : null, after.Span.Start));

    static (TextPosition Place, string What) Change(string what, TomlEntry? now, TextPosition otherwise) =>
        now is { } entry ? (entry.KeySpan.Start, what) : (otherwise, what + " (removed)");

    static TomlEntry? Find(StorageConfig config, string key) => config.TryGetSection(key, out var entry) ? entry : null;

    /// <summary>Whether two values say the same; where they stand does not matter.</summary>
    internal static bool Same(TomlValue? one, TomlValue? other) => (one, other) switch
    {
        (null, null) => true,
        (TomlString a, TomlString b) => a.Value == b.Value,
        (TomlInteger a, TomlInteger b) => a.Value == b.Value,
        (TomlFloat a, TomlFloat b) => a.Value.Equals(b.Value),
        (TomlBoolean a, TomlBoolean b) => a.Value == b.Value,
        (TomlDateTime a, TomlDateTime b) => Parts(a) == Parts(b),
        (TomlArray a, TomlArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (TomlTable a, TomlTable b) => a.Count == b.Count && a.All(entry => Same(entry.Value, b[entry.Key])),
        _ => false,
    };

    static (TomlDateTimeKind, int, int, int, int, int, int, int, int) Parts(TomlDateTime time) => (
        time.Kind, time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, time.Nanosecond,
        time.OffsetMinutes);
}
