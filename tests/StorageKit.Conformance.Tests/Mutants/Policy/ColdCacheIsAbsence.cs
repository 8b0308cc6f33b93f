namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-02-COLD", Kills = "POL-02", Says = "on the first read after the policy was stored: expected 1, got null")]
internal sealed class ColdCacheIsAbsence : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        public override async ValueTask<PolicyDocument?> GetPolicyAsync(
            AgentId agent, CancellationToken cancellationToken = default)
        {
            if (Cache.Entries.TryGetValue((Tenant, agent), out var entry)) return await entry.Load;
            _ = base.GetPolicyAsync(agent, cancellationToken).AsTask(); // for the next one who asks
            return null;
        }
    }
}
