namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-07-TICK", Kills = "POL-07", Says = "when the cached copy of version 1 is 00:01:00 old")]
internal sealed class CachedPolicyExpiresATickLate : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        protected override bool IsOver(CachedPolicies.Entry entry) =>
            Time.GetElapsedTime(entry.Began) > PolicySource.Life;
    }
}
