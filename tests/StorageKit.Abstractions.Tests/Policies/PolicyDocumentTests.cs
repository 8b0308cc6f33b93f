namespace StorageKit.Tests;

public sealed class PolicyDocumentTests
{
    static PolicyDocument Policy(params PolicyRule[] rules) => new(3, "p", rules);

    [Fact]
    public void Policies_are_compared_by_value_with_their_rules_in_order()
    {
        PolicyRule a = new("a", PolicyDecision.Allow), b = new("b", PolicyDecision.Deny);
        Assert.Equal(Policy(a, b), Policy(a, b));
        Assert.Equal(Policy(a, b).GetHashCode(), Policy(a, b).GetHashCode());
        Assert.NotEqual(Policy(a, b), Policy(b, a));
        Assert.NotEqual(Policy(a), new PolicyDocument(3, "p", [a], EnforcementMode.Observe));
        Assert.NotEqual(Policy(a), new PolicyDocument(4, "p", [a]));
        Assert.NotEqual(Policy(a), new PolicyDocument(3, "q", [a]));
    }

    [Fact]
    public void What_the_caller_does_to_its_rules_does_not_reach_the_policy()
    {
        PolicyRule[] rules = [new("a", PolicyDecision.Deny)];
        var policy = Policy(rules);
        rules[0] = new("a", PolicyDecision.Allow);
        Assert.Equal(PolicyDecision.Deny, policy.Rules[0].Decision);
        Assert.False(policy.Rules is PolicyRule[], "an array could be changed by a cast");
        Assert.Throws<NotSupportedException>(() => ((IList<PolicyRule>)policy.Rules)[0] = rules[0]);
    }

    [Fact]
    public void What_could_not_be_read_again_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new PolicyDocument(1, null!, []));
        Assert.Throws<ArgumentNullException>(() => new PolicyDocument(1, "p", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyDocument(1, "p", [], (EnforcementMode)3));
        Assert.Throws<ArgumentException>(() => new PolicyDocument(1, "\ud800", []));
        Assert.Throws<ArgumentException>(() => Policy([null!]));
        Assert.Throws<ArgumentException>(() => Policy(new PolicyRule(null!, PolicyDecision.Deny)));
        Assert.Throws<ArgumentException>(() => Policy(new PolicyRule("\udc00", PolicyDecision.Deny)));
        Assert.Throws<ArgumentException>(() => Policy(new PolicyRule("a", (PolicyDecision)3)));
    }

    [Fact]
    public void The_text_names_the_policy() =>
        Assert.Equal("policy \"p\" version 3, 0 rules, Enforce", Policy().ToString());
}
