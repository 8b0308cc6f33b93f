namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of Microsoft.Extensions.Caching.</summary>
static class CacheStubs
{
    public const string Source = """
        #nullable disable
        namespace Microsoft.Extensions.Caching.Distributed
        {
            public interface IDistributedCache
            {
                Task<byte[]> GetAsync(string key, CancellationToken token = default);
                Task SetAsync(string key, byte[] value, CancellationToken token = default);
            }
            public static class DistributedCacheExtensions
            {
                public static Task<string> GetStringAsync(this IDistributedCache cache, string key, CancellationToken token = default) => null;
                public static Task SetStringAsync(this IDistributedCache cache, string key, string value, CancellationToken token = default) => null;
            }
        }

        namespace Microsoft.Extensions.Caching.Memory
        {
            public interface ICacheEntry { }
            public interface IMemoryCache { void Remove(object key); bool TryGetValue(object key, out object value); }
            public static class CacheExtensions
            {
                public static TItem Get<TItem>(this IMemoryCache cache, object key) => default;
                public static bool TryGetValue<TItem>(this IMemoryCache cache, object key, out TItem value) { value = default; return false; }
                public static TItem Set<TItem>(this IMemoryCache cache, object key, TItem value, TimeSpan absoluteExpirationRelativeToNow) => value;
                public static TItem GetOrCreate<TItem>(this IMemoryCache cache, object key, Func<ICacheEntry, TItem> factory) => default;
            }
        }
        """;
}
