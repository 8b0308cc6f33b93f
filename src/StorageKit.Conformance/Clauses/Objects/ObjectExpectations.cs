namespace StorageKit.Conformance.Clauses;

/// <summary>Reads and listings of objects together with the answer they have to give. No message shows a content.</summary>
internal static class ObjectExpectations
{
    /// <summary>The object is there with this content.</summary>
    internal static async ValueTask ExpectAsync(
        this IObjectStore store, string key, byte[] content, string when, CancellationToken cancellationToken)
    {
        var actual = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.SameBytes(content, actual, $"ReadAsync of {OddKeys.Name(key)}, {when}");
        var exists = await store.ExistsAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.Equal(true, exists, $"ExistsAsync of {OddKeys.Name(key)}, {when}");
    }

    /// <summary>The object is not there.</summary>
    internal static async ValueTask ExpectAbsentAsync(
        this IObjectStore store, string key, string when, CancellationToken cancellationToken)
    {
        var actual = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.Absent(actual, $"ReadAsync of {OddKeys.Name(key)}, {when}");
        var exists = await store.ExistsAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.Equal(false, exists, $"ExistsAsync of {OddKeys.Name(key)}, {when}");
    }

    /// <summary>The listing is this, in this order.</summary>
    internal static async ValueTask ExpectListAsync(
        this IObjectStore store, string prefix, IReadOnlyList<ObjectInfo> expected, string when,
        CancellationToken cancellationToken)
    {
        var actual = await store.ListOfAsync(prefix, cancellationToken).ConfigureAwait(false);
        var what = $"ListAsync({OddKeys.Name(prefix)}) {when}";
        for (var i = 0; i < Math.Max(actual.Count, expected.Count); i++)
        {
            var (wanted, found) = (expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i));
            Expect.That(wanted == found, $"{what}: expected {Show(wanted)} in place {i} of {expected.Count}, got {Show(found)}");
        }
    }

    internal static async ValueTask<IReadOnlyList<ObjectInfo>> ListOfAsync(
        this IObjectStore store, string prefix, CancellationToken cancellationToken)
    {
        List<ObjectInfo> list = [];
        await foreach (var info in store.ListAsync(prefix, cancellationToken).ConfigureAwait(false)) list.Add(info);
        return list;
    }

    static string Show(ObjectInfo? info) => info is null ? "the end" : $"{OddKeys.Name(info.Key)} of {info.Size} bytes";
}
