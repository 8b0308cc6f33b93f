namespace StorageKit.Conformance.Clauses;

/// <summary>Policies to store, and what a read of them has to answer.</summary>
internal static class PolicyExpectations
{
    /// <summary>A small document of a version.</summary>
    internal static PolicyDocument Document(uint version) =>
        new(version, $"version {version}", [new("tool.*", PolicyDecision.Deny)]);

    /// <summary>The agent's policy is of this version.</summary>
    internal static async ValueTask ExpectVersionAsync(
        this IPolicyStore store, AgentId agent, uint version, string when, CancellationToken cancellationToken)
    {
        var actual = await store.GetPolicyAsync(agent, cancellationToken).ConfigureAwait(false);
        Expect.Equal(version, actual?.Version, $"version of GetPolicyAsync {when}");
    }

    /// <summary>The agent's policy is this, rule by rule.</summary>
    internal static async ValueTask ExpectPolicyAsync(
        this IPolicyStore store, AgentId agent, PolicyDocument expected, string when,
        CancellationToken cancellationToken)
    {
        var actual = await store.GetPolicyAsync(agent, cancellationToken).ConfigureAwait(false);
        Expect.That(actual is not null, $"GetPolicyAsync {when}: expected a document, got null");
        Expect.Equal(expected.Version, actual!.Version, $"version {when}");
        Expect.Equal(expected.Name, actual.Name, $"name {when}");
        Expect.Equal(expected.EnforcementMode, actual.EnforcementMode, $"enforcement mode {when}");
        Expect.Equal(expected.Rules.Count, actual.Rules.Count, $"number of rules {when}");
        for (var i = 0; i < expected.Rules.Count; i++)
            Expect.Equal(expected.Rules[i], actual.Rules[i], $"rule {i + 1} of {expected.Rules.Count} {when}");
    }
}
