namespace StorageKit.Conformance.Clauses;

/// <summary>No key reaches a file outside of the store, whatever path it looks like.</summary>
[Clause(
    "CRD-05", "No key reaches a file outside of the store, whatever path it looks like.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD05_NoKeyEscapes : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        using var outside = new OutsideFolder();
        byte[] secret = [1, 2, 3];
        foreach (var key in outside.Keys)
        {
            await store.ExpectAbsentAsync(key, "of a file outside of the store", token).ConfigureAwait(false);
            await store.PutSecretAsync(key, secret, token).ConfigureAwait(false);
            outside.ExpectUntouched("PutSecretAsync", key);
            await store.ExpectAsync(key, secret, "after it was put", token).ConfigureAwait(false);
            await store.DeleteSecretAsync(key, token).ConfigureAwait(false);
            outside.ExpectUntouched("DeleteSecretAsync", key);
        }
    }
}
