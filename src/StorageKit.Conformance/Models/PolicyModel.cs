using System.Globalization;

namespace StorageKit.Conformance.Models;

/// <summary>Policies by agent and version. A store can be asked when policies can be put through it.</summary>
internal sealed class PolicyModel
    : ContractModel<IPolicyStore, Dictionary<(AgentId Agent, uint Version), PolicyDocument>>
{
    static readonly uint[] s_versions = [1, 2, 9, 10, 0, uint.MaxValue];
    static readonly string[] s_patterns = ["tool.*", "İ", "file.read", ""];

    internal override bool IsSeenElsewhereAtOnce => false;

    internal override bool CanAsk(TenantStores stores) => stores.Find<IPolicyStore>() is IPolicyWriter;

    protected override Step<IPolicyStore, Dictionary<(AgentId Agent, uint Version), PolicyDocument>> Next(
        Choices choices)
    {
        var kind = choices.Next(10);
        var agent = choices.Pick(ModelKeys.Agents);
        return kind switch
        {
            < 4 => Put(agent, Document(choices)),
            < 9 => new(
                $"GetPolicyAsync({agent})",
                policies => Answer.Of(
                    policies.Where(policy => policy.Key.Agent == agent).Select(policy => policy.Value)
                        .MaxBy(policy => policy.Version)),
                async (store, _, token) => Answer.Of(await store.GetPolicyAsync(agent, token).ConfigureAwait(false))),
            _ => new(
                $"InvalidateAsync({agent})",
                static _ => Answer.Done,
                async (store, _, token) =>
                {
                    await store.InvalidateAsync(agent, token).ConfigureAwait(false);
                    return Answer.Done;
                }),
        };
    }

    static Step<IPolicyStore, Dictionary<(AgentId Agent, uint Version), PolicyDocument>> Put(
        AgentId agent, PolicyDocument document) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"PutPolicyAsync({agent}, version {document.Version} with {document.Rules.Count} rules)"),
        policies =>
        {
            policies[(agent, document.Version)] = document;
            return Answer.Done;
        },
        async (store, _, token) =>
        {
            // A cache may answer with what it has until it is told.
            await ((IPolicyWriter)store).PutPolicyAsync(agent, document, token).ConfigureAwait(false);
            await store.InvalidateAsync(agent, token).ConfigureAwait(false);
            return Answer.Done;
        });

    static PolicyDocument Document(Choices choices)
    {
        var decisions = Enum.GetValues<PolicyDecision>();
        var version = choices.Pick(s_versions);
        PolicyRule[] rules =
        [
            .. Enumerable.Range(0, choices.Next(4))
                .Select(_ => new PolicyRule(choices.Pick(s_patterns), choices.Pick(decisions))),
        ];
        return new(version, "ı", rules, choices.Pick(Enum.GetValues<EnforcementMode>()));
    }
}
