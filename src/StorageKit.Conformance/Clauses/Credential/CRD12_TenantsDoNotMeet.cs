namespace StorageKit.Conformance.Clauses;

/// <summary>The same key in two tenants is two secrets, and neither tenant can tell that the other has one.</summary>
[Clause(
    "CRD-12", "The same key in two tenants is two secrets, and neither tenant can tell that the other has one.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD12_TenantsDoNotMeet : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const string Key = "shared/name";
        byte[] mine = [1, 2, 3], theirs = [4, 5];
        var stores = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        var other = stores.Get<ICredentialStore>();
        await store.PutSecretAsync(Key, mine, token).ConfigureAwait(false);
        await other.ExpectAbsentAsync(Key, "of a tenant that has none, while another has one", token).ConfigureAwait(false);
        await other.DeleteSecretAsync(Key, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, mine, "after another tenant deleted its own", token).ConfigureAwait(false);
        await other.PutSecretAsync(Key, theirs, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, mine, "after another tenant put its own", token).ConfigureAwait(false);
        await other.ExpectAsync(Key, theirs, "put by the second of two tenants", token).ConfigureAwait(false);
        await store.DeleteSecretAsync(Key, token).ConfigureAwait(false);
        await other.ExpectAsync(Key, theirs, "after the first of two tenants deleted its own", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(Key, "after it was deleted, while another tenant has one", token).ConfigureAwait(false);
    }
}
