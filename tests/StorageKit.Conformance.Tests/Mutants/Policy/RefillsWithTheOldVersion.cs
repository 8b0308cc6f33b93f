namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-05", Kills = "POL-05", Says = "STALE READ", Seen = "guava#1881")]
internal sealed class RefillsWithTheOldVersion(IPolicyStore inner) : CachingPolicyStore(inner)
{
    // A read that has its answer already, but has not filled the cache yet, is not stopped by this.
    public override ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        Cache.TryRemove(agent, out _);
        return default;
    }
}
