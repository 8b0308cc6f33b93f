using System.Collections.ObjectModel;
using System.Diagnostics;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>What only the kit's own sections need.</summary>
public sealed partial class SectionReader
{
    /// <summary>What an option is called in this table, where that is not its own name.</summary>
    internal IReadOnlyDictionary<string, string> OtherNames { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether an option names another driver.</summary>
    internal bool RefersToOthers => _references.Count > 0;

    /// <summary>Whether no error was found so far.</summary>
    internal bool IsRight => _errors.Count == _errorsBefore;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IReadOnlyCollection<TomlEntry> Entries => _table is null ? [] : _table;

    internal TextPosition PlaceOf(string key) =>
        _table is not null && _table.TryGet(key, out var entry) ? entry.Value.Span.Start : _position;

    string WrittenAs(string key) => OtherNames.GetValueOrDefault(key, key);

    /// <summary>Says nothing more about a key.</summary>
    internal void Skip(string key) => _asked.Add(key);

    /// <summary>Adds an error.</summary>
    /// <param name="position">Where; null for the section itself.</param>
    /// <param name="what">What is wrong, without any value.</param>
    /// <param name="hint">What to do.</param>
    internal void Refuse(TextPosition? position, string what, string hint) =>
        _errors.Add(Error(position ?? _position, $"[{_path}] {what}", hint));
}
