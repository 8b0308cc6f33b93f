using System.Text;
using Xunit.Abstractions;

namespace StorageKit.Tests;

public sealed class AuditEntryDigestTests(ITestOutputHelper output)
{
    static readonly Dictionary<string, Func<string, AuditEntry>> TextFields = new()
    {
        ["team_id"] = v => Sample.Entry(lineage: new AuditLineage { TeamId = v }),
        ["org_id"] = v => Sample.Entry(lineage: new AuditLineage { OrgId = v }),
        ["delegation_reason"] = v => Sample.Entry(lineage: new AuditLineage { DelegationReason = v }),
        ["spawned_by_tool"] = v => Sample.Entry(lineage: new AuditLineage { SpawnedByTool = v }),
        ["redacted_payload"] = v => Sample.Entry(redaction: new AuditRedaction([], v)),
        ["policy_doc_id"] = v => Sample.Entry(policyDocId: v),
    };

    [Fact]
    public void Entries_have_equal_digests_exactly_when_their_fields_are_equal()
    {
        var random = new RandomEntries(20260101);
        var jsonOfDigest = new Dictionary<Hash256, string>();
        var jsonsOfHash = new Dictionary<Hash256, HashSet<string>>();
        for (var i = 0; i < 20_000; i++)
        {
            var entry = random.Next();
            var json = entry.ToJson();
            if (!jsonOfDigest.TryAdd(entry.Digest, json)) Assert.Equal(jsonOfDigest[entry.Digest], json);
            if (!jsonsOfHash.TryGetValue(entry.EntryHash, out var jsons)) jsonsOfHash.Add(entry.EntryHash, jsons = []);
            jsons.Add(json);
        }
        Assert.Equal(jsonOfDigest.Count, jsonOfDigest.Values.Distinct().Count());
        var ambiguous = jsonsOfHash.Values.Count(jsons => jsons.Count > 1);
        output.WriteLine($"{jsonOfDigest.Count} different entries, {ambiguous} hashes shared by several");
        Assert.True(ambiguous > 50, "the entries are too different for the test to mean anything");
    }

    [Fact]
    public void A_text_moved_to_any_other_optional_field_changes_the_digest()
    {
        foreach (var text in new[] { "", "blue", "\0\0\0\0" })
        {
            var digests = TextFields.Values.Select(make => make(text).Digest).Append(Sample.Entry().Digest).ToList();
            Assert.Equal(digests.Count, digests.Distinct().Count());
        }
    }

    [Fact]
    public void Two_values_in_any_two_places_have_a_digest_of_their_own()
    {
        var texts = new[] { "a", "b", "" };
        var digests = new List<Hash256>();
        foreach (var x in texts)
            foreach (var y in texts)
                digests.AddRange(Pairs(x, y).Select(lineage => Sample.Entry(lineage: lineage).Digest));
        Assert.Equal(6 * 9, digests.Distinct().Count());

        static IEnumerable<AuditLineage> Pairs(string x, string y) =>
        [
            new() { TeamId = x, OrgId = y }, new() { TeamId = x, DelegationReason = y },
            new() { TeamId = x, SpawnedByTool = y }, new() { OrgId = x, DelegationReason = y },
            new() { OrgId = x, SpawnedByTool = y },
            new() { DelegationReason = x, SpawnedByTool = y },
        ];
    }

    [Fact]
    public void Root_and_parent_and_depth_and_an_empty_text_share_the_hash_but_not_the_digest()
    {
        AssertAmbiguous(
            Sample.Entry(lineage: new AuditLineage { RootAgentId = Sample.Agent }),
            Sample.Entry(lineage: new AuditLineage { ParentAgentId = Sample.Agent }));
        AssertAmbiguous(
            Sample.Entry(lineage: new AuditLineage { Depth = 0 }),
            Sample.Entry(lineage: new AuditLineage { TeamId = "" }));
    }

    [Fact]
    public void Bytes_moved_across_the_end_of_the_payload_share_the_hash_but_not_the_digest()
    {
        var redaction = new AuditRedaction([new(CredentialKind.Custom, 3, "x")], "y");
        var lineage = new AuditLineage { RootAgentId = Sample.SixteenLetters };
        AssertAmbiguous(Sample.Entry("p", lineage), Sample.Entry("pABCDEFGHIJKLMNOP"));
        AssertAmbiguous(
            Sample.Entry("p", redaction: redaction), Sample.Entry("p" + Text(ReferenceLayout.Block(redaction))));
        foreach (var field in TextFields.Where(field => field.Key != "redacted_payload"))
            AssertAmbiguous(field.Value("tail"), Sample.Entry("{}" + Text(ReferenceLayout.Prefixed("tail"))));
    }

    [Fact]
    public void Every_shift_of_the_border_between_payload_and_root_changes_the_digest()
    {
        const string bytes = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
        var digests = new HashSet<Hash256>();
        for (var cut = 0; cut <= 16; cut++)
        {
            var root = AgentId.FromBytes(Encoding.ASCII.GetBytes(bytes, cut, 16));
            digests.Add(
                Sample.Entry(bytes[..cut] + bytes[(cut + 16)..], new AuditLineage { RootAgentId = root }).Digest);
        }
        Assert.Equal(17, digests.Count);
    }

    static void AssertAmbiguous(AuditEntry a, AuditEntry b)
    {
        Assert.Equal(a.EntryHash, b.EntryHash);
        Assert.NotEqual(a.Digest, b.Digest);
        Assert.NotEqual(a, b);
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
