namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-07-SLIDING", Kills = "POL-07", Says = "when the cached copy of version 1 is 00:01:00 old")]
internal sealed class ReadingPutsExpiryOff : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        public override async ValueTask<PolicyDocument?> GetPolicyAsync(
            AgentId agent, CancellationToken cancellationToken = default)
        {
            var policy = await base.GetPolicyAsync(agent, cancellationToken);
            if (Cache.Entries.TryGetValue((Tenant, agent), out var entry))
                Cache.Entries.TryUpdate((Tenant, agent), entry with { Began = Time.GetTimestamp() }, entry);
            return policy;
        }
    }
}
