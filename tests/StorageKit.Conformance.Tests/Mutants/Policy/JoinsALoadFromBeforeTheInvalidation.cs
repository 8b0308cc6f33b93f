namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-05-JOIN", Kills = "POL-05", Says = "STALE READ: version of GetPolicyAsync that began after version 2 was stored and invalidated", Seen = "lettuce#3481")]
internal sealed class JoinsALoadFromBeforeTheInvalidation : IMutantDriver
{
    public DriverUnderTest Create() =>
        MutantDriver.Create(typeof(Store), shared: true, new PolicySource(), new CachedPolicies());

    internal sealed class Store(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
        : CachedPolicyStore(source, cache, tenant, time)
    {
        public override ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
        {
            // A load that is under way is left alone: who comes now waits for it, too.
            if (Cache.Entries.TryGetValue((Tenant, agent), out var entry) && entry.Load.IsCompleted)
                Cache.Entries.TryRemove(new((Tenant, agent), entry));
            return default;
        }
    }
}
