using System.Collections;

namespace StorageKit.Toml;

/// <summary>Walks the entries of a table or the values of an array without allocating.</summary>
/// <typeparam name="T">What is walked over.</typeparam>
public struct TomlEnumerator<T> : IEnumerator<T>
{
    readonly T[] _items;
    readonly int _count;
    int _index;

    internal TomlEnumerator(T[] items, int count)
    {
        _items = items;
        _count = count;
        _index = -1;
    }

    /// <inheritdoc/>
    public readonly T Current => _items[_index];

    readonly object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext() => ++_index < _count;

    /// <inheritdoc/>
    public void Reset() => _index = -1;

    /// <inheritdoc/>
    public readonly void Dispose()
    {
    }
}
