using System.Collections;

namespace StorageKit.Toml;

/// <summary>A table: keys with values, in the order of the text. Keys are compared ordinally.</summary>
/// <remarks>
/// The span of a table is its braces when it is inline, its header when it has one, else the key that brought it
/// into being; that of the root is the whole text.
/// </remarks>
public sealed class TomlTable : TomlValue, IReadOnlyCollection<TomlEntry>
{
    // Comparing so few strings one by one is faster than hashing one.
    const int LargestWithoutIndex = 16;

    TomlEntry[] _entries = [];
    Dictionary<string, int>? _index;

    internal TomlTable(TomlTableKind kind, TomlSpan span)
        : base(span) => Kind = kind;

    /// <summary>What brought the table into being.</summary>
    public TomlTableKind Kind { get; internal set; }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override string TypeName => "table";

    /// <summary>The value of a key, or null when the table does not have the key.</summary>
    /// <param name="key">The key, one part of it.</param>
    public TomlValue? this[string key] => TryGet(key, out var entry) ? entry.Value : null;

    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key, one part of it.</param>
    /// <param name="entry">Key, place and value; the default when there is none.</param>
    /// <returns>Whether the table has the key.</returns>
    public bool TryGet(string key, out TomlEntry entry)
    {
        var index = IndexOf(key);
        entry = index < 0 ? default : _entries[index];
        return index >= 0;
    }

    /// <summary>Walks the entries in the order of the text.</summary>
    public TomlEnumerator<TomlEntry> GetEnumerator() => new(_entries, Count);

    IEnumerator<TomlEntry> IEnumerable<TomlEntry>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ref readonly TomlEntry EntryAt(int index) => ref _entries[index];

    internal int IndexOf(string key)
    {
        if (_index is not null) return _index.TryGetValue(key, out var found) ? found : -1;
        for (var i = 0; i < Count; i++)
        {
            if (_entries[i].Key == key) return i;
        }

        return -1;
    }

    /// <summary>Adds a key that the table is known not to have.</summary>
    internal void Add(string key, TomlSpan keySpan, TomlValue value)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count] = new TomlEntry(key, keySpan, value);
        _index?.Add(key, Count);
        if (++Count > LargestWithoutIndex && _index is null) BuildIndex();
    }

    /// <summary>Makes a table that exists so far only by what is below it the one of a header.</summary>
    internal void DefineImplicit(int index, TomlSpan keySpan, TomlSpan headerSpan)
    {
        var entry = _entries[index];
        var table = (TomlTable)entry.Value;
        table.Kind = TomlTableKind.Header;
        table.Span = headerSpan;
        _entries[index] = new TomlEntry(entry.Key, keySpan, table);
    }

    void BuildIndex()
    {
        _index = new Dictionary<string, int>(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++) _index.Add(_entries[i].Key, i);
    }
}
