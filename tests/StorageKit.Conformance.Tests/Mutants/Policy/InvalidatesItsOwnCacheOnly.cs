namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-06", Kills = "POL-06", Says = "another instance does not answer version 2", Shared = true)]
internal sealed class InvalidatesItsOwnCacheOnly(IPolicyStore inner) : CachingPolicyStore(inner)
{
    public override ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        Cache.TryRemove(agent, out _);
        return default;
    }
}
