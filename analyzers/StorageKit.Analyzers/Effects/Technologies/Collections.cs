namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>ConcurrentDictionary: each call is safe, a pair of calls is not.</summary>
internal static class ConcurrentCollections
{
    public static Technology Technology { get; } = new(
        "ConcurrentDictionary",
        ["System.Collections.Concurrent.ConcurrentDictionary`2"],
        [
            new("TryGetValue", EffectKind.Read, Key: 0),
            new("ContainsKey", EffectKind.Read, Key: 0),
            new("GetValueOrDefault", EffectKind.Read, Key: 0),
            new("this[]", EffectKind.Overwrite, Key: 0),
            new("GetOrAdd", EffectKind.Read, Key: 0),
            new("AddOrUpdate", EffectKind.AtomicUpdate, Key: 0),
            new("TryUpdate", EffectKind.CompareAndSet, Key: 0),
            new("TryAdd", EffectKind.CreateOnly, Key: 0, Value: 1),
            new("TryRemove", EffectKind.Delete, Key: 0),
            new("Clear", EffectKind.Truncate),
        ],
        "'AddOrUpdate' with a pure delegate, or 'TryUpdate' in a loop",
        IsSharedStore: false);
}

/// <summary>Plain dictionaries, which need a lock for every access.</summary>
internal static class Dictionaries
{
    public static Technology Technology { get; } = new(
        "Dictionary",
        [
            "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.IDictionary`2",
            "System.Collections.Generic.SortedDictionary`2", "System.Collections.Generic.CollectionExtensions",
        ],
        [
            new("TryGetValue", EffectKind.Read, Key: 0),
            new("ContainsKey", EffectKind.Read, Key: 0),
            new("GetValueOrDefault", EffectKind.Read, Key: 0),
            new("this[]", EffectKind.Overwrite, Key: 0),
            new("Add", EffectKind.CreateOnly, Key: 0, Value: 1),
            new("TryAdd", EffectKind.CreateOnly, Key: 0, Value: 1),
            new("Remove", EffectKind.Delete, Key: 0),
            new("Clear", EffectKind.Truncate),
        ],
        "one lock around both, or a 'ConcurrentDictionary' with 'AddOrUpdate'",
        IsSharedStore: false);
}
