namespace StorageKit.Conformance.Clauses;

/// <summary>Arrays that are given or returned belong to the caller: changing them changes nothing stored.</summary>
[Clause(
    "OBJ-14", "Arrays that are given or returned belong to the caller: changing them changes nothing stored.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ14_ArraysAreTheCallers : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        byte[] content = [1, 2, 3, 4], given = [.. content];
        await store.WriteAsync("own", given, token).ConfigureAwait(false);
        given.AsSpan().Clear();
        await store.ExpectAsync("own", content, "after the array given to WriteAsync was changed", token).ConfigureAwait(false);
        var returned = await store.ReadAsync("own", token).ConfigureAwait(false);
        returned.AsSpan().Clear();
        await store.ExpectAsync("own", content, "after the array ReadAsync returned was changed", token).ConfigureAwait(false);
    }
}
