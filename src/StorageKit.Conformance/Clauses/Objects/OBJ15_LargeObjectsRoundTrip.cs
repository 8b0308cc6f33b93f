namespace StorageKit.Conformance.Clauses;

/// <summary>An object of 8 MiB is written, replaced, read and listed.</summary>
[Clause("OBJ-15", "An object of 8 MiB is written, replaced, read and listed.", Contract = typeof(IObjectStore))]
internal sealed class OBJ15_LargeObjectsRoundTrip : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int Length = 8 * 1024 * 1024;
        var content = context.RandomBytes(Length);
        await store.WriteAsync("large", content, token).ConfigureAwait(false);
        await store.ExpectAsync("large", content, "after 8 MiB were written", token).ConfigureAwait(false);
        await store.ExpectListAsync("", [new("large", Length)], "of an object of 8 MiB", token).ConfigureAwait(false);
        content = content[1..];
        await store.WriteAsync("large", content, token).ConfigureAwait(false);
        await store.ExpectAsync("large", content, "after 8 MiB were replaced by one byte less", token).ConfigureAwait(false);
        await store.DeleteAsync("large", token).ConfigureAwait(false);
    }
}
