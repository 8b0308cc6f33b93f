using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>A cache in front of a correct policy store, which it fills on reads; a mutant does something wrong with it.
/// </summary>
internal abstract class CachingPolicyStore(IPolicyStore inner) : PolicyMutant(inner)
{
    protected ConcurrentDictionary<AgentId, PolicyDocument> Cache { get; } = new();

    public override async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        if (Cache.TryGetValue(agent, out var cached)) return cached;
        var loaded = await Inner.GetPolicyAsync(agent, cancellationToken);
        await Task.Yield(); // a source is elsewhere, so its answer takes a while to arrive
        if (loaded is not null) Cache[agent] = loaded;
        return loaded;
    }
}
