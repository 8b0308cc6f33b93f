namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Makes a driver whose section takes an option, for the clauses that set one.</summary>
internal static class DriverWithOption
{
    /// <summary>The store acts as if the option were always set, or as if it were never: it is not told.</summary>
    internal static DriverUnderTest Create(Type store, Action<SectionReader> ask, params object[] probes)
    {
        var driver = MutantDriver.Create(store, shared: false, probes);
        var registration = new DriverRegistration(driver.Name)
        {
            BindOptions = section =>
            {
                ask(section);
                return section.Complete() ? driver : null;
            },
            UsesTimeProvider = true,
            Resources = driver.Registration.Resources,
            Stores = driver.Registration.Stores,
        };
        return new(new Registry().Add(registration), driver.Name, driver.Harness);
    }
}
