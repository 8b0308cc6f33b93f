using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-01-B", Kills = "GEN-01", Says = "two tenants were given one and the same IRateLimitCounter")]
internal sealed class OneStoreForAllTenants : IMutantDriver
{
    public DriverUnderTest Create()
    {
        var store = new LockedCounter(TimeProvider.System);
        return MutantDriver.Of(new DriverRegistration("mutant")
        {
            Stores =
            [
                new(
                    typeof(LockedCounter), [new("rate_limit_counter", typeof(IRateLimitCounter))],
                    (_, _) => new(store)),
            ],
        });
    }
}
