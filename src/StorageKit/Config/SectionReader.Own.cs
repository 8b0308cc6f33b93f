using StorageKit.Toml;

namespace StorageKit;

/// <summary>What only the kit's own sections need.</summary>
public sealed partial class SectionReader
{
    internal IReadOnlyCollection<TomlEntry> Entries => _table is null ? [] : _table;

    internal TextPosition PlaceOf(string key) =>
        _table is not null && _table.TryGet(key, out var entry) ? entry.Value.Span.Start : _position;

    /// <summary>Says nothing more about a key.</summary>
    internal void Skip(string key) => _asked.Add(key);

    /// <summary>Adds an error.</summary>
    /// <param name="position">Where; null for the section itself.</param>
    /// <param name="what">What is wrong, without any value.</param>
    /// <param name="hint">What to do.</param>
    internal void Refuse(TextPosition? position, string what, string hint) =>
        _errors.Add(Error(position ?? _position, $"[{_path}] {what}", hint));
}
