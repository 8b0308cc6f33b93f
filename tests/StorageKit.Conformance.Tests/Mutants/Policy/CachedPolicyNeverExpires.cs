namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-07-NEVER", Kills = "POL-07", Says = "when the cached copy of version 1 is 00:01:00 old")]
internal sealed class CachedPolicyNeverExpires : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        protected override bool IsOver(CachedPolicies.Entry entry) => false;
    }
}
