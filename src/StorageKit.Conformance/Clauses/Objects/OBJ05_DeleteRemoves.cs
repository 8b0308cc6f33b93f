namespace StorageKit.Conformance.Clauses;

/// <summary>Deleting removes the object, and no other; deleting an absent one succeeds.</summary>
[Clause(
    "OBJ-05", "Deleting removes the object, and no other; deleting an absent one succeeds.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ05_DeleteRemoves : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        byte[] content = [1, 2, 3];
        await store.DeleteAsync("deleted", token).ConfigureAwait(false);
        foreach (var key in new[] { "deleted", "deleted/below", "delete" })
            await store.WriteAsync(key, content, token).ConfigureAwait(false);
        await store.DeleteAsync("deleted", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("deleted", "after it was deleted", token).ConfigureAwait(false);
        await store.DeleteAsync("deleted", token).ConfigureAwait(false);
        await store.ExpectListAsync(
            "", [new("delete", 3), new("deleted/below", 3)], "after one of three was deleted", token).ConfigureAwait(false);
        await store.ExpectAsync("deleted/below", content, "after the key it begins with was deleted", token).ConfigureAwait(false);
        await store.WriteAsync("deleted", content, token).ConfigureAwait(false);
        await store.ExpectAsync("deleted", content, "written again after it was deleted", token).ConfigureAwait(false);
    }
}
