namespace StorageKit.Conformance.Clauses;

/// <summary>Writing replaces the whole object, its size included.</summary>
[Clause("OBJ-03", "Writing replaces the whole object, its size included.", Contract = typeof(IObjectStore))]
internal sealed class OBJ03_WriteReplacesWhole : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var length in new[] { 5, 100_000, 3, 100_001, 3, 4, 4 })
        {
            var content = context.RandomBytes(length);
            await store.WriteAsync("replaced", content, token).ConfigureAwait(false);
            await store.ExpectAsync("replaced", content, "after it was written over another", token).ConfigureAwait(false);
            await store.ExpectListAsync("", [new("replaced", length)], "of one object", token).ConfigureAwait(false);
        }
    }
}
