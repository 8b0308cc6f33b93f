namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-03-ALL", Kills = "POL-03", Says = "reads of the source for agent 1 after an agent without a policy was invalidated: expected 1, got 2")]
internal sealed class InvalidateDropsEveryCopy : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        public override ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
        {
            Cache.Entries.Clear();
            return default;
        }
    }
}
