using System.Collections.ObjectModel;

namespace StorageKit;

/// <summary>What newer frameworks have of collections and arguments, for the linked source of the runtime.</summary>
internal static class Collections
{
    extension<TKey, TValue>(ReadOnlyDictionary<TKey, TValue>) where TKey : notnull
    {
        public static ReadOnlyDictionary<TKey, TValue> Empty => new(new Dictionary<TKey, TValue>());
    }

    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument)
        {
            if (argument is null) throw new ArgumentNullException();
        }
    }

    public static TValue GetValueOrDefault<TKey, TValue>(
        this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue absent) =>
        dictionary.TryGetValue(key, out var value) ? value : absent;

    public static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) =>
        items.OrderBy(item => item, comparer);
}
