namespace StorageKit;

// What changes when the section's options choose another layout.
public sealed partial class DriverSection
{
    IStoreLayout? Layout => (_options as ILayoutOptions)?.Layout;

    bool Serves(ContractRegistration contract) => Layout?.WhyNotServed(contract.Contract) is null;

    async ValueTask<object> OpenLaidOutAsync(
        IStoreLayout layout, Type contract, TenantId tenant, CancellationToken cancellationToken) =>
        layout.WhyNotServed(contract) is { } why
            ? throw new StorageException(StorageErrorKind.Backend, why, isTransient: false)
            : await layout.OpenAsync(contract, ScopeOf(tenant), cancellationToken).ConfigureAwait(false);

    async ValueTask OpenLaidOutInto(
        IStoreLayout layout, TenantStores stores, IEnumerable<ContractRegistration> contracts,
        CancellationToken cancellationToken)
    {
        foreach (var contract in contracts)
        {
            var store = await OpenLaidOutAsync(layout, contract.Contract, stores.Tenant, cancellationToken)
                .ConfigureAwait(false);
            await stores.AddAsync(store, [contract]).ConfigureAwait(false);
        }
    }
}
