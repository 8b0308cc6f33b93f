namespace StorageKit.Conformance.Clauses;

/// <summary>ExistsAsync is true exactly while ReadAsync finds the object.</summary>
[Clause("OBJ-06", "ExistsAsync is true exactly while ReadAsync finds the object.", Contract = typeof(IObjectStore))]
internal sealed class OBJ06_ExistsAgreesWithRead : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        (string What, Func<ValueTask> Do, bool Then)[] steps =
        [
            ("nothing was done", () => default, false),
            ("it was written", () => store.WriteAsync("changing", new byte[] { 1 }, token), true),
            ("it was replaced by an empty one", () => store.WriteAsync("changing", ReadOnlyMemory<byte>.Empty, token), true),
            ("it was deleted", () => store.DeleteAsync("changing", token), false),
            ("it was deleted again", () => store.DeleteAsync("changing", token), false),
            ("it was written again", () => store.WriteAsync("changing", new byte[] { 2 }, token), true),
        ];
        foreach (var (what, act, then) in steps)
        {
            await act().ConfigureAwait(false);
            var exists = await store.ExistsAsync("changing", token).ConfigureAwait(false);
            Expect.Equal(then, exists, $"ExistsAsync after {what}");
            var isRead = await store.ReadAsync("changing", token).ConfigureAwait(false) is not null;
            Expect.Equal(then, isRead, $"whether ReadAsync finds the object after {what}");
        }
    }
}
