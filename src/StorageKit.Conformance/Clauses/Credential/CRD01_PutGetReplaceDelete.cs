namespace StorageKit.Conformance.Clauses;

/// <summary>A secret is put, got, replaced and deleted; an absent one is null, and deleting it succeeds.</summary>
[Clause(
    "CRD-01", "A secret is put, got, replaced and deleted; an absent one is null, and deleting it succeeds.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD01_PutGetReplaceDelete : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const string Key = "openai/api_key";
        byte[] first = [1, 2, 3, 4, 5], second = [9, 8];
        await store.ExpectAbsentAsync(Key, "before it was put", token).ConfigureAwait(false);
        await store.DeleteSecretAsync(Key, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(Key, "after deleting it, absent", token).ConfigureAwait(false);

        await store.PutSecretAsync(Key, first, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, first, "after it was put", token).ConfigureAwait(false);
        await store.PutSecretAsync(Key, second, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, second, "after a longer one was replaced", token).ConfigureAwait(false);
        await store.PutSecretAsync(Key, second, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, second, "after it was put twice", token).ConfigureAwait(false);
        await store.PutSecretAsync("other", first, token).ConfigureAwait(false);

        await store.DeleteSecretAsync(Key, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(Key, "after it was deleted", token).ConfigureAwait(false);
        await store.DeleteSecretAsync(Key, token).ConfigureAwait(false);
        await store.ExpectAsync("other", first, "after another key was deleted", token).ConfigureAwait(false);
        await store.PutSecretAsync(Key, first, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, first, "put again after it was deleted", token).ConfigureAwait(false);
    }
}
