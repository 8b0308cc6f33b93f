using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

/// <summary>The wire driver with one part that is broken, and a server of its own.</summary>
internal static class WireMutant
{
    /// <summary>With other connections.</summary>
    internal static DriverUnderTest WithClient(Func<WireOptions, WireClient> create)
    {
        var wire = WireDriver.Registration;
        return Create(
            [new(typeof(WireClient), (scope, _) => new(create(scope.Options<WireOptions>())))], wire.Stores);
    }

    /// <summary>With another store of one contract, made of the right one.</summary>
    internal static DriverUnderTest WithStore<TContract>(Func<TContract, WireClient, TenantId, TContract> create)
        where TContract : class
    {
        var wire = WireDriver.Registration;
        return Create(
            wire.Resources,
            [
                .. wire.Stores.Select(store => store.Contracts.All(c => c.Contract != typeof(TContract))
                    ? store
                    : store with
                    {
                        OpenAsync = async (scope, token) => create(
                            (TContract)await store.OpenAsync(scope, token), scope.Resource<WireClient>(),
                            scope.Tenant),
                    }),
            ]);
    }

    static DriverUnderTest Create(
        IReadOnlyList<ResourceRegistration> resources, IReadOnlyList<StoreRegistration> stores)
    {
        var wire = WireDriver.Registration;
        var broken = new DriverRegistration(wire.Name)
        {
            BindOptions = wire.BindOptions,
            RequiresSection = wire.RequiresSection,
            UsesTimeProvider = wire.UsesTimeProvider,
            Resources = resources,
            Stores = stores,
        };
        return new(new Registry().Add(broken), wire.Name, new WireServer().Harness);
    }
}
