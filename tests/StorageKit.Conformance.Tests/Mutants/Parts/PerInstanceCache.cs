using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Parts;

/// <summary>What this instance has seen or written; nobody tells it what other instances write.</summary>
internal sealed class PerInstanceCache<TKey, TValue> where TKey : notnull where TValue : class
{
    readonly ConcurrentDictionary<TKey, TValue> _known = new();

    internal void Keep(TKey key, TValue value) => _known[key] = value;

    internal TValue? Find(TKey key) => _known.GetValueOrDefault(key);
}
