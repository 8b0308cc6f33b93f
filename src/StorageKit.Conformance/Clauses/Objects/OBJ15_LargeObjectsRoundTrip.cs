namespace StorageKit.Conformance.Clauses;

/// <summary>An object of 4 MiB is written, replaced, read and listed.</summary>
[Clause("OBJ-15", "An object of 4 MiB is written, replaced, read and listed.", Contract = typeof(IObjectStore))]
internal sealed class OBJ15_LargeObjectsRoundTrip : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int Length = 4 * 1024 * 1024;
        var content = context.RandomBytes(Length);
        await store.WriteAsync("large", content, token).ConfigureAwait(false);
        await store.ExpectAsync("large", content, "after 4 MiB were written", token).ConfigureAwait(false);
        await store.ExpectListAsync("", [new("large", Length)], "of an object of 4 MiB", token).ConfigureAwait(false);
        await store.WriteAsync("large", content.AsMemory(0, 9), token).ConfigureAwait(false);
        await store.ExpectAsync("large", content[..9], "after 4 MiB were replaced by 9 bytes", token).ConfigureAwait(false);
    }
}
