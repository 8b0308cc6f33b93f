using System.Text.Json;
using Xunit.Abstractions;

namespace StorageKit.Tests;

public sealed class AuditChainVectorTests(ITestOutputHelper output)
{
    const string Path = "vectors/audit_chain_cases.json";

    [SharedDataFact(Path)]
    public void Appending_is_refused_where_the_reference_refuses_with_its_message()
    {
        var cases = VectorFile.Read("audit_chain_cases.json").Cases();
        foreach (var chain in cases)
        {
            var expected = chain.GetProperty("reference_push");
            var kept = Push(chain, out var errors);
            Assert.Equal(expected.GetProperty("errors").EnumerateArray().Select(Describe), errors);
            Assert.Equal(expected.GetProperty("len").GetInt32(), kept.Count);
            var report = AuditChain.Verify(kept, AuditChainRules.ReferenceLog);
            Assert.Equal(expected.GetProperty("verify_chain").GetBoolean(), report.IsIntact);
        }
        output.WriteLine($"{cases.Count} chains");
    }

    [SharedDataFact(Path)]
    public void A_file_is_judged_as_the_reference_judges_it()
    {
        var cases = VectorFile.Read("audit_chain_cases.json").Cases();
        foreach (var chain in cases)
        {
            var expected = chain.GetProperty("reference_jsonl_verify");
            var entries = chain.Cases("entries").Select(VectorFile.StoredEntry);
            var report = AuditChain.Verify(entries, AuditChainRules.ReferenceFile);
            Assert.Equal(expected.GetProperty("is_valid").GetBoolean(), report.IsIntact);
            Assert.Equal(expected.GetProperty("entries_checked").GetInt64(), report.EntriesChecked);
            var first = expected.GetProperty("first_invalid");
            Assert.Equal(first.ValueKind == JsonValueKind.Null ? null : first.GetInt64(), report.Fault?.Index);
        }
        output.WriteLine($"{cases.Count} files");
    }

    static List<AuditEntry> Push(JsonElement chain, out List<string> errors)
    {
        var entries = chain.Cases("entries").Select(VectorFile.StoredEntry).ToList();
        var trail = new AuditTrail(entries[0].AgentId, entries[0].SessionId);
        var kept = new List<AuditEntry>();
        errors = [];
        for (var i = 0; i < entries.Count; i++)
        {
            try
            {
                trail.Append(entries[i]);
                kept.Add(entries[i]);
            }
            catch (AuditChainException e)
            {
                errors.Add($"{i} {e.Kind} {e.Message}");
            }
        }
        return kept;
    }

    static string Describe(JsonElement error)
    {
        var kind = error.Text("error") switch
        {
            "SequenceGap" => AuditChainFaultKind.SequenceGap,
            "HashChainBroken" => AuditChainFaultKind.LinkBroken,
            var other => throw new InvalidOperationException($"a kind of error that this test does not know: {other}"),
        };
        return $"{error.GetProperty("index").GetInt32()} {kind} {error.Text("message")}";
    }
}
