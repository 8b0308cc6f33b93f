namespace StorageKit;

// What changes when the section's options choose another layout.
public sealed partial class DriverSection
{
    IStoreLayout? Layout => (_options as ILayoutOptions)?.Layout;

    bool Serves(ContractRegistration contract) => Layout?.WhyNotServed(contract.Contract) is null;

    /// <summary>The store of a contract: the layout's, or else that of the driver's class.</summary>
    async ValueTask<object> OpenLaidOutAsync(
        IStoreLayout layout, StoreRegistration registration, Type contract, TenantId tenant,
        CancellationToken cancellationToken)
    {
        if (layout.WhyNotServed(contract) is { } why)
            throw new StorageException(StorageErrorKind.Backend, why, isTransient: false);
        var scope = ScopeOf(tenant);
        return await layout.OpenAsync(contract, scope, cancellationToken).ConfigureAwait(false)
            ?? await registration.OpenAsync(scope, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask OpenLaidOutInto(
        IStoreLayout layout, TenantStores stores, StoreRegistration registration,
        IEnumerable<ContractRegistration> contracts, CancellationToken cancellationToken)
    {
        foreach (var contract in contracts)
        {
            var store = await OpenLaidOutAsync(
                layout, registration, contract.Contract, stores.Tenant, cancellationToken).ConfigureAwait(false);
            await stores.AddAsync(store, [contract]).ConfigureAwait(false);
        }
    }
}
