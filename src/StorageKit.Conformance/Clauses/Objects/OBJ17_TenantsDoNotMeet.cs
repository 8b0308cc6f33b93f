namespace StorageKit.Conformance.Clauses;

/// <summary>The same key in two tenants is two objects; neither tenant reads, lists, replaces or deletes the
/// other's.</summary>
[Clause(
    "OBJ-17", "The same key in two tenants is two objects; neither tenant reads, lists, replaces or deletes the other's.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ17_TenantsDoNotMeet : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const string Key = "shared/name";
        byte[] mine = [1, 2, 3], theirs = [4, 5];
        var stores = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        var other = stores.Get<IObjectStore>();
        await store.WriteAsync(Key, mine, token).ConfigureAwait(false);
        await other.ExpectAbsentAsync(Key, "in a tenant that has none, while another has one", token).ConfigureAwait(false);
        await other.ExpectListAsync("", [], "in a tenant that has none, while another has one", token).ConfigureAwait(false);
        await other.DeleteAsync(Key, token).ConfigureAwait(false);
        await other.WriteAsync(Key, theirs, token).ConfigureAwait(false);
        await store.ExpectAsync(Key, mine, "after another tenant deleted and wrote its own", token).ConfigureAwait(false);
        await store.ExpectListAsync("", [new(Key, 3)], "while another tenant has one of the same key", token).ConfigureAwait(false);
        await store.DeleteAsync(Key, token).ConfigureAwait(false);
        await other.ExpectAsync(Key, theirs, "after another tenant deleted its own", token).ConfigureAwait(false);
    }
}
