namespace StorageKit.Conformance.Clauses;

/// <summary>An object of 0 bytes is stored, and is not the same as none.</summary>
[Clause("OBJ-04", "An object of 0 bytes is stored, and is not the same as none.", Contract = typeof(IObjectStore))]
internal sealed class OBJ04_EmptyIsNotAbsent : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.WriteAsync("empty", ReadOnlyMemory<byte>.Empty, token).ConfigureAwait(false);
        await store.ExpectAsync("empty", [], "after an empty one was written", token).ConfigureAwait(false);
        await store.WriteAsync("emptied", new byte[] { 1 }, token).ConfigureAwait(false);
        await store.WriteAsync("emptied", ReadOnlyMemory<byte>.Empty, token).ConfigureAwait(false);
        await store.ExpectAsync("emptied", [], "after another was replaced by an empty one", token).ConfigureAwait(false);
        await store.ExpectListAsync("", [new("emptied", 0), new("empty", 0)], "of empty objects", token).ConfigureAwait(false);
        await store.DeleteAsync("empty", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("empty", "after an empty one was deleted", token).ConfigureAwait(false);
    }
}
