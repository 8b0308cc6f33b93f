namespace StorageKit.Conformance.Clauses;

/// <summary>A listing has the objects whose keys begin with the prefix, byte for byte, and no others.</summary>
[Clause(
    "OBJ-08", "A listing has the objects whose keys begin with the prefix, byte for byte, and no others.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ08_ListIsByPrefix : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        string[] keys =
        [
            .. OddKeys.All, "reports/", "reports/2026", "reports/2026/01", "reports_2026", "reportsX", "Reports/2026", "report",
        ];
        await Task.WhenAll(keys.Select(key => store.WriteAsync(key, new byte[1], token).AsTask())).ConfigureAwait(false);
        string[] prefixes =
        [
            "", "reports/", "reports", "reports_", "reports/2026/01", "reports/2026/01/", "a", "a%", "a*", "%", "*", "?", "[a]",
            "a\0", "\0", "i", "\u0130", "e", "\u00e9", "s", "🔑", "\u043a", "..", "/", "\\", "'", "none",
        ];
        foreach (var prefix in prefixes)
        {
            var expected = keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => new ObjectInfo(key, 1));
            await store.ExpectListAsync(
                prefix, [.. expected.Order(Utf8Order.OfKeys)], "among odd keys", token).ConfigureAwait(false);
        }
    }
}
