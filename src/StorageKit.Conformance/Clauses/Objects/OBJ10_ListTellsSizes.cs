namespace StorageKit.Conformance.Clauses;

/// <summary>A listing tells the size of each object in bytes.</summary>
[Clause("OBJ-10", "A listing tells the size of each object in bytes.", Contract = typeof(IObjectStore))]
internal sealed class OBJ10_ListTellsSizes : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        int[] sizes = [0, 1, 2, 255, 256, 4095, 4096, 4097, 70_000];
        ObjectInfo[] expected = [.. sizes.Select((size, i) => new ObjectInfo($"sized/{i}", size))];
        await Task.WhenAll(sizes.Select((size, i) => store.WriteAsync($"sized/{i}", context.RandomBytes(size), token).AsTask()))
            .ConfigureAwait(false);
        await store.ExpectListAsync("sized/", expected, "of objects of many sizes", token).ConfigureAwait(false);
        await store.WriteAsync("sized/0", new byte[9], token).ConfigureAwait(false);
        await store.ExpectListAsync(
            "sized/", [new("sized/0", 9), .. expected[1..]], "after one was replaced by a longer one", token).ConfigureAwait(false);
    }
}
