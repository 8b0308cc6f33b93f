using System.Collections.Concurrent;
using System.Globalization;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-P03", Kills = "POL-08", Says = "after the versions 9, 10 were stored: expected 10, got 9")]
internal sealed class VersionsComparedAsText(IPolicyStore inner) : PolicyMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument> _policies = new();

    public override ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        new(_policies.GetValueOrDefault(agent));

    public override ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _policies.AddOrUpdate(
            agent, policy, (_, old) => string.CompareOrdinal(Text(policy), Text(old)) > 0 ? policy : old);
        return default;
    }

    static string Text(PolicyDocument policy) => policy.Version.ToString(CultureInfo.InvariantCulture);
}
