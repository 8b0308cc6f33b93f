namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Makes a driver of a mutant: the memory driver, with the mutant in place of its store of the same contract.
/// </summary>
/// <remarks>The mutant's one constructor may ask for any contract or ability of the memory driver's stores (of the same
/// tenant), <see cref="TimeProvider"/>, <see cref="TenantId"/>, and for classes with an empty constructor, of which
/// each
/// opened section has one instance: the mutant's own backend.</remarks>
internal static class MutantDriver
{
    const string Name = "mutant";

    internal static DriverUnderTest Create(Mutant mutant) => mutant.Type.IsAssignableTo(typeof(IMutantDriver))
        ? ((IMutantDriver)Activator.CreateInstance(mutant.Type)!).Create()
        : Create(mutant.Type, mutant.Info.Shared);

    /// <summary>Makes a driver of a store class.</summary>
    /// <param name="store">The class.</param>
    /// <param name="shared">Whether all sections of the driver are one.</param>
    /// <param name="probes">The harness's probes; the store's constructor may ask for them by class.</param>
    internal static DriverUnderTest Create(Type store, bool shared = false, params object[] probes)
    {
        var one = new MutantSection(isShared: true, probes);
        var registration = new DriverRegistration(Name)
        {
            UsesTimeProvider = true,
            Resources =
            [
                new(typeof(MutantSection), (_, _) => new(shared ? one : new MutantSection(isShared: false, probes))),
            ],
            Stores =
            [
                new(
                    store, ContractsOf(store),
                    async (scope, _) => await scope.Resource<MutantSection>().OpenStoreAsync(store, scope))
                { ProcessLocal = !shared },
            ],
        };
        return new(new Registry().Add(registration), Name, new DriverHarness("", probes));
    }

    static ContractRegistration[] ContractsOf(Type store) =>
    [
        .. from contract in store.GetInterfaces()
           from attribute in contract.GetCustomAttributes(typeof(StorageContractAttribute), inherit: false)
           select new ContractRegistration(((StorageContractAttribute)attribute).Kind, contract),
    ];
}
