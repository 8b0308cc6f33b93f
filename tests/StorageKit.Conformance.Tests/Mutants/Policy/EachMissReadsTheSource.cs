namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-Z39", Kills = "POL-13", Says = "STAMPEDE: 100 concurrent misses of one agent read the source 100 times")]
internal sealed class EachMissReadsTheSource : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        public override async ValueTask<PolicyDocument?> GetPolicyAsync(
            AgentId agent, CancellationToken cancellationToken = default)
        {
            var key = (Tenant, agent);
            if (Cache.Entries.TryGetValue(key, out var entry) && !IsOver(entry)) return await entry.Load;
            var policy = await Source.ReadAsync(Tenant, agent);
            if (policy is not null)
                Cache.Entries[key] = new(Task.FromResult<PolicyDocument?>(policy), Time.GetTimestamp());
            return policy;
        }
    }
}
