namespace StorageKit.Conformance.Clauses;

/// <summary>A listing of any length has each object once.</summary>
/// <remarks>More than the 1,000 that many services put into one page, and no multiple of a page.</remarks>
[Clause("OBJ-11", "A listing of any length has each object once.", Contract = typeof(IObjectStore))]
internal sealed class OBJ11_LongListsAreWhole : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int Objects = 1100;
        ObjectInfo[] expected = [.. Enumerable.Range(0, Objects).Select(i => new ObjectInfo($"{i:0000}", i % 3))];
        await Task.WhenAll(expected.Select(info => store.WriteAsync(info.Key, new byte[info.Size], token).AsTask()))
            .ConfigureAwait(false);
        await store.ExpectListAsync("", expected, $"of {Objects} objects", token).ConfigureAwait(false);
        await store.ExpectListAsync("05", expected[500..600], "of 100 of them", token).ConfigureAwait(false);
    }
}
