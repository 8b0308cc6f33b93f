using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Parts;

/// <summary>A value and the one before it: one read in five is answered by a replica that is a write behind.</summary>
internal sealed class StaleReplica<TKey, TValue> where TKey : notnull
{
    const int OneReadIn = 5;

    readonly ConcurrentDictionary<TKey, (TValue Now, TValue? Before)> _values = new();
    int _reads;

    internal void Write(TKey key, TValue value) =>
        _values.AddOrUpdate(key, (value, default), (_, old) => (value, old.Now));

    internal TValue? Read(TKey key)
    {
        if (!_values.TryGetValue(key, out var value)) return default;
        return Interlocked.Increment(ref _reads) % OneReadIn == 0 && value.Before is { } before ? before : value.Now;
    }
}
