using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-02", Kills = "GEN-02", Says = "lists MemoryObjectStore, its registration does not")]
internal sealed class LeftOutOfTheRegistration : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration(MemoryDriver.Name)
    {
        BindOptions = MemoryDriver.Registration.BindOptions,
        Resources = MemoryDriver.Registration.Resources,
        Stores = [.. MemoryDriver.Registration.Stores.Where(store => store.StoreType != typeof(MemoryObjectStore))],
    });
}
