namespace StorageKit.Conformance.Clauses;

/// <summary>A listing is in the ordinal order of its keys' UTF-8 bytes.</summary>
[Clause("OBJ-09", "A listing is in the ordinal order of its keys' UTF-8 bytes.", Contract = typeof(IObjectStore))]
internal sealed class OBJ09_ListIsInUtf8Order : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        // The last two are the other way round in UTF-16, which is the order of String.CompareOrdinal.
        string[] inOrder =
        [
            "", "\0", " ", "!", "/", "0", "10", "2", "A", "B", "_", "a", "a\0", "a b", "a-b", "a/b", "aa", "b", "z", "\u007f",
            "\u00e9", "\u0436", "\u4e2d", "\ue000", "\ufeff", "\uffff", "🔑", "\U0010FFFF",
        ];
        var shuffled = inOrder.ToArray();
        context.Random.Shuffle(shuffled);
        await Task.WhenAll(shuffled.Select(key => store.WriteAsync(key, new byte[2], token).AsTask())).ConfigureAwait(false);
        await store.ExpectListAsync("", [.. inOrder.Select(key => new ObjectInfo(key, 2))], "of shuffled keys", token)
            .ConfigureAwait(false);
    }
}
