using System.Collections.Concurrent;

namespace StorageKit.Memory;

/// <summary>Byte arrays under keys that are compared ordinally. A stored array is never changed, only replaced whole,
/// and never handed out.</summary>
internal sealed class ByteTable
{
    readonly ConcurrentDictionary<string, byte[]> _values = new();

    internal byte[]? Read(string key) => _values.TryGetValue(key, out var value) ? value.AsSpan().ToArray() : null;

    internal void Write(string key, ReadOnlyMemory<byte> value) => _values[key] = value.ToArray();

    internal void Delete(string key) => _values.TryRemove(key, out _);

    internal bool Contains(string key) => _values.ContainsKey(key);

    /// <summary>The keys, each once, found one by one while the table goes on.</summary>
    internal IEnumerable<string> Keys => _values.Select(static pair => pair.Key);

    /// <summary>What is stored at this moment, in the ordinal order of the keys' UTF-8 bytes.</summary>
    internal ObjectInfo[] List(string prefix)
    {
        // ToArray holds all locks of the dictionary: one moment, so an object that is there throughout is there once.
        var listing = _values.ToArray()
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => new ObjectInfo(pair.Key, pair.Value.LongLength))
            .ToArray();
        Array.Sort(listing, static (a, b) => Utf8Order.Compare(a.Key, b.Key));
        return listing;
    }
}
