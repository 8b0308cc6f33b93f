using System.Text.Json;
using Xunit.Abstractions;

namespace StorageKit.Tests;

public sealed class JsonVectorTests(ITestOutputHelper output)
{
    [SharedDataFact("vectors/audit_json_cases.json")]
    public void Entries_decode_where_the_reference_decodes_them()
    {
        var cases = VectorFile.Read("audit_json_cases.json").Cases();
        foreach (var c in cases)
        {
            if (!c.GetProperty("decodes").GetBoolean())
            {
                AssertRefused(c, () => AuditEntry.FromJson(c.Text("json")));
                continue;
            }
            var entry = AuditEntry.FromJson(c.Text("json"));
            Assert.Equal(c.GetProperty("verify_integrity").GetBoolean(), entry.VerifyIntegrity());
            var again = AuditEntry.FromJson(entry.ToJson());
            Assert.Equal(entry, again);
            Assert.Equal(entry.ToJson(), again.ToJson());
        }
        output.WriteLine($"{cases.Count} texts of entries");
    }

    [SharedDataFact("vectors/policy_json_cases.json")]
    public void Policies_decode_where_the_reference_decodes_them_and_are_written_as_it_writes_them()
    {
        var cases = VectorFile.Read("policy_json_cases.json").Cases();
        foreach (var c in cases)
        {
            if (c.GetProperty("decodes").GetBoolean())
                Assert.Equal(c.Text("reencoded"), PolicyDocument.FromJson(c.Text("json")).ToJson());
            else
                AssertRefused(c, () => PolicyDocument.FromJson(c.Text("json")));
        }
        output.WriteLine($"{cases.Count} texts of policies");
    }

    static void AssertRefused(JsonElement c, Action decode)
    {
        var error = Record.Exception(decode);
        if (error is FormatException) JsonErrors.AssertTeaches(error.Message);
        else Assert.Fail($"{c.Text("name")}: {error?.GetType().Name ?? "decoded"}");
    }
}
