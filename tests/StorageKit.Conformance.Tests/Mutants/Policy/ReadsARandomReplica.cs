using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-Z37", Kills = "POL-09", Says = "WENT BACK")]
internal sealed class ReadsARandomReplica(IPolicyStore inner) : PolicyMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _behind = new();
    int _reads;

    public override async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        Interlocked.Increment(ref _reads) % 3 == 0 && _behind.TryGetValue(agent, out var old)
            ? old
            : await Inner.GetPolicyAsync(agent, cancellationToken);

    public override async ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        if (await Inner.GetPolicyAsync(agent, cancellationToken) is { } old) _behind[agent] = old;
        await base.PutPolicyAsync(agent, policy, cancellationToken);
    }
}
