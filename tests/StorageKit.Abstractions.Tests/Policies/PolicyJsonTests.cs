namespace StorageKit.Tests;

/// <summary>Every expectation was observed with serde 1.0.152 and serde_json 1.0.87.</summary>
public sealed class PolicyJsonTests
{
    [Theory]
    [InlineData(
        """{"version":1,"name":"p","rules":[],"enforcement_mode":{"observe":null}}""",
        """{"version":1,"name":"p","rules":[],"enforcement_mode":"observe"}""")]
    [InlineData("""[1,"p",[]]""", """{"version":1,"name":"p","rules":[],"enforcement_mode":"enforce"}""")]
    [InlineData("""[1,"p",[["*","Deny"]],"disabled"]""", """{"version":1,"name":"p","rules":[{"action_pattern":"*","decision":"Deny"}],"enforcement_mode":"disabled"}""")]
    [InlineData("""{"rules":[{"decision":{"RequireApproval":null},"x":[],"action_pattern":"é/*"}],"name":"","version":0,"y":{"version":2}}""", """{"version":0,"name":"","rules":[{"action_pattern":"é/*","decision":"RequireApproval"}],"enforcement_mode":"enforce"}""")]
    public void This_text_decodes_and_is_written_so(string json, string written)
    {
        var policy = PolicyDocument.FromJson(json);
        Assert.Equal(written, policy.ToJson());
        Assert.Equal(policy, PolicyDocument.FromJson(written));
    }

    [Theory]
    [InlineData("""{"version":1,"name":"p","rules":[],"enforcement_mode":null}""")]
    [InlineData("""{"version":1,"name":"p","rules":[],"enforcement_mode":"Enforce"}""")]
    [InlineData("""{"version":1,"name":"p","rules":[],"enforcement_mode":0}""")]
    [InlineData("""{"version":1,"name":"p","rules":[],"enforcement_mode":{"observe":null,"enforce":null}}""")]
    [InlineData("""{"version":-0,"name":"p","rules":[]}""")]
    [InlineData("""{"version":4294967296,"name":"p","rules":[]}""")]
    [InlineData("""{"version":"1","name":"p","rules":[]}""")]
    [InlineData("""{"version":1,"name":null,"rules":[]}""")]
    [InlineData("""{"version":1,"name":"p","rules":null}""")]
    [InlineData("""{"version":1,"name":"p","rules":{}}""")]
    [InlineData("""{"version":1,"name":"p","rules":[null]}""")]
    [InlineData("""{"version":1,"name":"p","rules":["*"]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[["*"]]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[["*","Allow",1]]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[{"action_pattern":"*","decision":"ALLOW"}]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[{"action_pattern":"*","decision":0}]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[{"action_pattern":"*"}]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[{"action_pattern":"*","decision":"Deny","decision":"Allow"}]}""")]
    [InlineData("""{"version":1,"name":"p","rules":[],"rules":[]}""")]
    [InlineData("""{"version":1,"version":1,"name":"p","rules":[]}""")]
    [InlineData("""{"version":1,"name":"\ud800","rules":[]}""")]
    [InlineData("""[1,"p"]""")]
    [InlineData("""[1,"p",[],"observe",1]""")]
    [InlineData("""{"version":1,"name":"p","rules":[]}}""")]
    [InlineData("")]
    [InlineData("null")]
    public void This_text_is_refused(string json)
    {
        var error = Assert.Throws<FormatException>(() => PolicyDocument.FromJson(json));
        JsonErrors.AssertTeaches(error.Message);
        Assert.StartsWith("policy document: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_policy_comes_back()
    {
        var decisions = Enum.GetValues<PolicyDecision>();
        var rules = Enumerable.Range(0, 10_000).Select(i => new PolicyRule($"tool/{i}/*", decisions[i % 3]));
        var policy = new PolicyDocument(uint.MaxValue, "large", rules, EnforcementMode.Observe);
        Assert.Equal(policy, PolicyDocument.FromJson(policy.ToJson()));
    }
}
