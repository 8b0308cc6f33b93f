namespace StorageKit.Conformance.Clauses;

/// <summary>What one instance of the driver has written, another reads at once.</summary>
[Clause(
    "OBJ-22", "What one instance of the driver has written, another reads at once.",
    Contract = typeof(IObjectStore), Lane = Lane.Concurrent, Needs = Needs.Shared, Stochastic = true)]
internal sealed class OBJ22_OtherInstancesSeeWrites : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var stores = await other.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        await RegisterRaces.WritesAndReadsAsync(
            this, context, new ObjectRegister(store), new ObjectRegister(stores.Get<IObjectStore>())).ConfigureAwait(false);
    }
}
