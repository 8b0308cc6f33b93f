namespace StorageKit.Conformance.Clauses;

/// <summary>What one instance of the driver has saved, another loads at once.</summary>
[Clause(
    "SES-13", "What one instance of the driver has saved, another loads at once.",
    Contract = typeof(ISessionStore), Lane = Lane.Concurrent, Needs = Needs.Shared, Stochastic = true)]
internal sealed class SES13_OtherInstancesSeeSaves : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        var stores = await other.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        await RegisterRaces.WritesAndReadsAsync(
            this, context, new SessionRegister(store), new SessionRegister(stores.Get<ISessionStore>())).ConfigureAwait(false);
    }
}
