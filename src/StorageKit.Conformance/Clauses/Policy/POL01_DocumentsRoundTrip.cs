namespace StorageKit.Conformance.Clauses;

/// <summary>A stored policy is answered as it was stored: version, name, mode, and the rules in their order.</summary>
[Clause(
    "POL-01", "A stored policy is answered as it was stored: version, name, mode, and the rules in their order.",
    Contract = typeof(IPolicyStore), Needs = Needs.PolicySeed)]
internal sealed class POL01_DocumentsRoundTrip : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        foreach (var (what, policy) in Documents())
        {
            var agent = AgentId.New();
            await context.PutPolicyAsync(agent, policy).ConfigureAwait(false);
            await store.ExpectPolicyAsync(agent, policy, $"of {what}", context.CancellationToken).ConfigureAwait(false);
        }
    }

    static IEnumerable<(string What, PolicyDocument Policy)> Documents()
    {
        yield return ("a document without rules", new(0, "", []));
        yield return ("a document in mode observe", new(1, "observed", Rules(1), EnforcementMode.Observe));
        yield return ("a document in mode disabled", new(2, "off", Rules(1), EnforcementMode.Disabled));
        yield return ("a document of the highest version", new(uint.MaxValue, "last", Rules(3)));
        // The first rule that matches decides: in another order it is another policy.
        yield return ("a document with rules in no order", new(3, "order", [
            new("z.*", PolicyDecision.Deny), new("a.*", PolicyDecision.Allow),
            new("m.*", PolicyDecision.RequireApproval), new("a.*", PolicyDecision.Deny),
            new("Z.*", PolicyDecision.Allow), new("z.*", PolicyDecision.Deny)]));
        yield return ("a document with odd text", new(4, "a\0b \"é\" 🔑 \u2028", [
            new("", PolicyDecision.Allow), new(" * ", PolicyDecision.Deny), new("a\0b'\"\\\n{}[]", PolicyDecision.Deny),
            new("e\u0301 \u00e9 ключ 🔑", PolicyDecision.RequireApproval)]));
        yield return ("a document with 1000 rules", new(5, "long", Rules(1000)));
    }

    static IEnumerable<PolicyRule> Rules(int count) =>
        Enumerable.Range(0, count).Select(i => new PolicyRule($"tool.{count - i}.*", (PolicyDecision)(i % 3)));
}
