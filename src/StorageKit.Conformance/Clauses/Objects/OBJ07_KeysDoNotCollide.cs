namespace StorageKit.Conformance.Clauses;

/// <summary>Keys are compared byte for byte; any valid Unicode is one, and all else is an ArgumentException.</summary>
[Clause(
    "OBJ-07", "Keys are compared byte for byte; any valid Unicode is one, and all else is an ArgumentException.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ07_KeysDoNotCollide : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var keys = OddKeys.All;
        await Task.WhenAll(keys.Select((key, i) => store.WriteAsync(key, Content(i), token).AsTask())).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
            await store.ExpectAsync(keys[i], Content(i), "among odd keys", token).ConfigureAwait(false);

        await Task.WhenAll(keys.Where((_, i) => i % 2 == 0).Select(key => store.DeleteAsync(key, token).AsTask()))
            .ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
        {
            const string When = "after every second odd key was deleted";
            if (i % 2 == 0) await store.ExpectAbsentAsync(keys[i], When, token).ConfigureAwait(false);
            else await store.ExpectAsync(keys[i], Content(i), When, token).ConfigureAwait(false);
        }

        foreach (var key in LoneSurrogates.Keys) await RefusedAsync(store, key, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("\ufffd", "after lone surrogates were refused", token).ConfigureAwait(false);
    }

    static async ValueTask RefusedAsync(IObjectStore store, string key, CancellationToken token)
    {
        (string Name, Func<ValueTask> Call)[] calls =
        [
            ("WriteAsync", () => store.WriteAsync(key, Content(0), token)),
            ("ReadAsync", async () => await store.ReadAsync(key, token).ConfigureAwait(false)),
            ("ExistsAsync", async () => await store.ExistsAsync(key, token).ConfigureAwait(false)),
            ("DeleteAsync", () => store.DeleteAsync(key, token)),
            ("ListAsync", async () => await store.ListOfAsync(key, token).ConfigureAwait(false)),
        ];
        foreach (var (name, call) in calls)
            await Expect.ThrowsAsync<ArgumentException>(call, $"{name} of {OddKeys.Name(key)}, a lone surrogate")
                .ConfigureAwait(false);
    }

    // Another length for each, so that a wrong answer names the key that it is mixed up with.
    static byte[] Content(int index) => new byte[index + 1];
}
