using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>A driver that does not end what it began when it opened a store.</summary>
internal abstract class LeavesSomethingAtEachOpening : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(
        new DriverRegistration("mutant")
        {
            Resources = MemoryDriver.Registration.Resources,
            BindOptions = MemoryDriver.Registration.BindOptions,
            UsesTimeProvider = true,
            Stores =
            [
                .. MemoryDriver.Registration.Stores
                    .Where(store => store.StoreType == typeof(MemoryRateLimitCounter))
                    .Select(store => store with
                    {
                        OpenAsync = (scope, token) =>
                        {
                            Leave();
                            return store.OpenAsync(scope, token);
                        },
                    }),
            ],
        }, "", this);

    /// <summary>Makes what is left.</summary>
    protected abstract void Leave();
}
