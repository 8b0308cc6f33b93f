using System.Collections.Concurrent;

namespace StorageKit.Memory;

/// <summary>Each agent's policy of the highest version. Lower ones are not kept: nothing could ever read
/// them.</summary>
internal sealed class PolicyTable
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _policies = new();

    internal PolicyDocument? Find(AgentId agent) => _policies.GetValueOrDefault(agent);

    /// <summary>The agents with a policy, each once, found one by one while the table goes on.</summary>
    internal IEnumerable<AgentId> Agents => _policies.Select(static pair => pair.Key);

    internal void Put(AgentId agent, PolicyDocument policy) =>
        _policies.AddOrUpdate(
            agent,
            static (_, added) => added,
            static (_, stored, added) => added.Version >= stored.Version ? added : stored,
            policy);
}
