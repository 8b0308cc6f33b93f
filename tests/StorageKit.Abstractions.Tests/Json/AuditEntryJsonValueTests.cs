namespace StorageKit.Tests;

/// <summary>Which values a field takes. Every expectation was observed with serde 1.0.152 and serde_json
/// 1.0.87.</summary>
public sealed class AuditEntryJsonValueTests
{
    const string Finding = """{"kind":"Custom","offset":1,"matched":"m"}""";

    [Theory]
    [InlineData("seq", "0")]
    [InlineData("seq", "18446744073709551615")]
    [InlineData("timestamp_ns", "18446744073709551615")]
    [InlineData("timestamp_ns", " \t\r\n 1 \t\r\n ")]
    [InlineData("depth", "4294967295")]
    [InlineData("depth", "null")]
    [InlineData("event_type", "\"GovernanceMutation\"")]
    [InlineData("event_type", "\"\\u0050olicyViolation\"")]
    [InlineData("event_type", "{\"PolicyViolation\":null}")]
    [InlineData("event_type", " { \"Policy\\u0056iolation\" : null } ")]
    [InlineData("payload", "\"\"")]
    [InlineData("payload", "\"\\u0000\\/\\b\\f\\n\\r\\t\\\"\\\\\u007f\u2028\"")]
    [InlineData("payload", "\"\\ud83d\\ude42\"")]
    [InlineData("team_id", "\"\"")]
    [InlineData("team_id", "null")]
    [InlineData("credential_findings", "[]")]
    [InlineData("credential_findings", "[" + Finding + "," + Finding + "]")]
    [InlineData("credential_findings", """[["Custom",18446744073709551615,"m"]]""")]
    [InlineData("credential_findings", """[{"matched":"","end":9,"end":"x","offset":0,"kind":{"Custom":null}}]""")]
    public void This_value_decodes(string field, string value)
    {
        var entry = AuditEntry.FromJson(new EntryJson().With(field, value).ToString());
        Assert.Equal(entry, AuditEntry.FromJson(entry.ToJson()));
    }

    [Theory]
    [InlineData("seq", "-0")]
    [InlineData("seq", "-1")]
    [InlineData("seq", "+1")]
    [InlineData("seq", "01")]
    [InlineData("seq", "1.0")]
    [InlineData("seq", "1e0")]
    [InlineData("seq", "1E+2")]
    [InlineData("seq", "0x1")]
    [InlineData("seq", "18446744073709551616")]
    [InlineData("seq", "1e999")]
    [InlineData("seq", "99999999999999999999999999999999999999999999999999")]
    [InlineData("seq", "NaN")]
    [InlineData("seq", "\"7\"")]
    [InlineData("seq", "true")]
    [InlineData("seq", "[7]")]
    [InlineData("seq", "{}")]
    [InlineData("depth", "4294967296")]
    [InlineData("depth", "-0")]
    [InlineData("depth", "1.0")]
    [InlineData("depth", "\"3\"")]
    [InlineData("event_type", "1")]
    [InlineData("event_type", "\"1\"")]
    [InlineData("event_type", "\"policyViolation\"")]
    [InlineData("event_type", "\"PolicyViolation \"")]
    [InlineData("event_type", "\"PolicyViolation, ToolDispatched\"")]
    [InlineData("event_type", "{}")]
    [InlineData("event_type", "{\"PolicyViolation\":{}}")]
    [InlineData("event_type", "{\"PolicyViolation\":[]}")]
    [InlineData("event_type", "{\"PolicyViolation\":1}")]
    [InlineData("event_type", "{\"Secret\":null}")]
    [InlineData("event_type", "{\"\\ud800\":null}")]
    [InlineData("event_type", "{\"PolicyViolation\":null,\"ToolDispatched\":null}")]
    [InlineData("event_type", "[\"PolicyViolation\"]")]
    [InlineData("agent_id", "\"00000000000000000000000000000000\"")]
    [InlineData("agent_id", "[]")]
    [InlineData("agent_id", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("agent_id", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("agent_id", "[[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]]")]
    [InlineData("agent_id", "[256,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("agent_id", "[-0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("agent_id", "[1e0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("agent_id", "[null,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]")]
    [InlineData("root_agent_id", "[1]")]
    [InlineData("parent_agent_id", "\"\"")]
    [InlineData("payload", "{\"a\":1}")]
    [InlineData("payload", "5")]
    [InlineData("payload", "\"secret\\ud800\"")]
    [InlineData("payload", "\"secret\\udc00\\ud800\"")]
    [InlineData("payload", "\"secret\\ud83dx\"")]
    [InlineData("payload", "\"secret\\u12G4\"")]
    [InlineData("payload", "\"secret\\x\"")]
    [InlineData("payload", "\"secret\u0001\"")]
    [InlineData("payload", "\"secret\n\"")]
    [InlineData("payload", "'secret'")]
    [InlineData("payload", "\"secret")]
    [InlineData("team_id", "5")]
    [InlineData("policy_doc_id", "[]")]
    [InlineData("credential_findings", "null")]
    [InlineData("credential_findings", "{}")]
    [InlineData("credential_findings", "[null]")]
    [InlineData("credential_findings", "[[]]")]
    [InlineData("credential_findings", """[["Custom",1,"m",9]]""")]
    [InlineData("credential_findings", """[["Custom",1]]""")]
    [InlineData("credential_findings", """[{"kind":"Secret","offset":1,"matched":"m"}]""")]
    [InlineData("credential_findings", """[{"kind":27,"offset":1,"matched":"m"}]""")]
    [InlineData("credential_findings", """[{"kind":"Custom","offset":-1,"matched":"m"}]""")]
    [InlineData("credential_findings", """[{"kind":"Custom","offset":1,"matched":null}]""")]
    [InlineData("credential_findings", """[{"kind":"Custom","offset":1}]""")]
    [InlineData("credential_findings", """[{"kind":"Custom","kind":"Custom","offset":1,"matched":"m"}]""")]
    [InlineData("credential_findings", "[" + Finding + ",]")]
    public void This_value_is_refused_with_the_name_of_a_field_and_without_the_value(string field, string value)
    {
        var json = new EntryJson().With(field, value).ToString();
        var error = Assert.Throws<FormatException>(() => AuditEntry.FromJson(json));
        JsonErrors.AssertTeaches(error.Message);
        Assert.Contains("field \"", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Null_stands_for_an_absent_optional_field_only()
    {
        foreach (var name in EntryJson.Names)
        {
            var json = new EntryJson().With(name, "null").ToString();
            var isOptional = !EntryJson.RequiredNames.Contains(name) && name != "credential_findings";
            if (isOptional) Assert.Equal(Decode(new EntryJson().Without(name).ToString()), Decode(json));
            else Assert.Throws<FormatException>(() => Decode(json));
        }
    }

    static AuditEntry Decode(string json) => AuditEntry.FromJson(json);
}
