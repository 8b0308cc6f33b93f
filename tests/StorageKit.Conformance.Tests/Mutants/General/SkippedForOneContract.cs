using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-Z23", Kills = "GEN-02", Says = "the driver is not registered for credential_store")]
internal sealed class SkippedForOneContract : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration("mutant")
    {
        BindOptions = MemoryDriver.Registration.BindOptions,
        Resources = MemoryDriver.Registration.Resources,
        Stores =
        [
            .. MemoryDriver.Registration.Stores.Select(store =>
                store.StoreType == typeof(MemoryCredentialStore) ? store with { Contracts = [] } : store),
        ],
    });
}
