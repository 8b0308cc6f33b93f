using System.Collections;

namespace StorageKit.Toml;

/// <summary>An array, written as <c>[1, 2]</c> or as a sequence of <c>[[name]]</c> tables.</summary>
public sealed class TomlArray : TomlValue, IReadOnlyList<TomlValue>
{
    TomlValue[] _items = [];

    internal TomlArray(bool isTableArray, TomlSpan span)
        : base(span) => IsTableArray = isTableArray;

    /// <summary>Whether the array is a sequence of <c>[[name]]</c> tables; its span is then the first header.</summary>
    public bool IsTableArray { get; }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <inheritdoc/>
    public TomlValue this[int index] =>
        index >= 0 && index < Count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Walks the values in the order of the text.</summary>
    public TomlEnumerator<TomlValue> GetEnumerator() => new(_items, Count);

    IEnumerator<TomlValue> IEnumerable<TomlValue>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(TomlValue value)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(4, Count * 2));
        _items[Count++] = value;
    }
}
