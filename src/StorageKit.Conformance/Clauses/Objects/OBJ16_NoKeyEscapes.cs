namespace StorageKit.Conformance.Clauses;

/// <summary>No key reaches a file outside of the store, whatever path it looks like.</summary>
[Clause(
    "OBJ-16", "No key reaches a file outside of the store, whatever path it looks like.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ16_NoKeyEscapes : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        using var outside = new OutsideFolder();
        byte[] content = [1, 2, 3];
        foreach (var key in outside.Keys)
        {
            await store.ExpectAbsentAsync(key, "of a file outside of the store", token).ConfigureAwait(false);
            await store.WriteAsync(key, content, token).ConfigureAwait(false);
            outside.ExpectUntouched("WriteAsync", key);
            await store.ExpectAsync(key, content, "after it was written", token).ConfigureAwait(false);
            await store.DeleteAsync(key, token).ConfigureAwait(false);
            outside.ExpectUntouched("DeleteAsync", key);
        }
    }
}
