namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>IDistributedCache: it has no atomic verb at all.</summary>
internal static class DistributedCache
{
    public static Technology Technology { get; } = new(
        "IDistributedCache",
        [
            "Microsoft.Extensions.Caching.Distributed.IDistributedCache",
            "Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions",
        ],
        [
            new("Get", EffectKind.Read, Key: 0),
            new("GetString", EffectKind.Read, Key: 0),
            new("Set", EffectKind.Overwrite, Key: 0, Value: 1),
            new("SetString", EffectKind.Overwrite, Key: 0, Value: 1),
            new("Remove", EffectKind.Delete, Key: 0),
        ],
        "a store with an atomic increment; IDistributedCache has none");
}

/// <summary>IMemoryCache: get-or-create runs its factory without a lock.</summary>
internal static class MemoryCache
{
    public static Technology Technology { get; } = new(
        "IMemoryCache",
        [
            "Microsoft.Extensions.Caching.Memory.IMemoryCache", "Microsoft.Extensions.Caching.Memory.MemoryCache",
            "Microsoft.Extensions.Caching.Memory.CacheExtensions",
        ],
        [
            new("Get", EffectKind.Read, Key: 0),
            new("TryGetValue", EffectKind.Read, Key: 0),
            new("GetOrCreate", EffectKind.Read, Key: 0),
            new("Set", EffectKind.Overwrite, Key: 0, Value: 1),
            new("Remove", EffectKind.Delete, Key: 0),
        ],
        "one lock around both calls, or a cached object that is updated with 'Interlocked.Add'",
        IsSharedStore: false);
}
