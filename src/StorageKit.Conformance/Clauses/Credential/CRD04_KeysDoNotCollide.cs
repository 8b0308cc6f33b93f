namespace StorageKit.Conformance.Clauses;

/// <summary>Keys are compared byte for byte; any valid Unicode is one, and all else is an ArgumentException.</summary>
[Clause(
    "CRD-04", "Keys are compared byte for byte; any valid Unicode is one, and all else is an ArgumentException.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD04_KeysDoNotCollide : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var keys = OddKeys.All;
        await Task.WhenAll(keys.Select((key, i) => store.PutSecretAsync(key, Value(i), token).AsTask())).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
            await store.ExpectAsync(keys[i], Value(i), "among odd keys", token).ConfigureAwait(false);

        await Task.WhenAll(keys.Where((_, i) => i % 2 == 0).Select(key => store.DeleteSecretAsync(key, token).AsTask()))
            .ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
        {
            const string When = "after every second odd key was deleted";
            if (i % 2 == 0) await store.ExpectAbsentAsync(keys[i], When, token).ConfigureAwait(false);
            else await store.ExpectAsync(keys[i], Value(i), When, token).ConfigureAwait(false);
        }

        foreach (var key in LoneSurrogates.Keys) await RefusedAsync(store, key, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("\ufffd", "after lone surrogates were refused", token).ConfigureAwait(false);
    }

    static async ValueTask RefusedAsync(ICredentialStore store, string key, CancellationToken token)
    {
        (string Name, Func<ValueTask> Call)[] calls =
        [
            ("PutSecretAsync", () => store.PutSecretAsync(key, Value(0), token)),
            ("GetSecretAsync", async () => await store.GetSecretAsync(key, token).ConfigureAwait(false)),
            ("DeleteSecretAsync", () => store.DeleteSecretAsync(key, token)),
        ];
        foreach (var (name, call) in calls)
            await Expect.ThrowsAsync<ArgumentException>(call, $"{name} of {OddKeys.Name(key)}, a lone surrogate")
                .ConfigureAwait(false);
    }

    // Another length for each, so that a wrong answer names the key that it is mixed up with.
    static byte[] Value(int index) => new byte[index + 1];
}
