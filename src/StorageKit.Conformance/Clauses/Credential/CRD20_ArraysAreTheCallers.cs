namespace StorageKit.Conformance.Clauses;

/// <summary>Arrays that are given or returned belong to the caller: changing them changes nothing stored.</summary>
[Clause(
    "CRD-20", "Arrays that are given or returned belong to the caller: changing them changes nothing stored.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD20_ArraysAreTheCallers : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        byte[] secret = [1, 2, 3, 4], given = [.. secret];
        await store.PutSecretAsync("own", given, token).ConfigureAwait(false);
        given.AsSpan().Clear();
        await store.ExpectAsync("own", secret, "after the array given to PutSecretAsync was changed", token).ConfigureAwait(false);
        var returned = await store.GetSecretAsync("own", token).ConfigureAwait(false);
        returned.AsSpan().Clear();
        await store.ExpectAsync("own", secret, "after the array GetSecretAsync returned was changed", token).ConfigureAwait(false);
    }
}
