using System.Text.Json;
using Xunit.Abstractions;

namespace StorageKit.Tests;

public sealed class AuditHashVectorTests(ITestOutputHelper output)
{
    const string Path = "vectors/audit_hash_vectors.json";

    [SharedDataFact(Path)]
    public void Every_entry_has_the_hash_the_JSON_and_the_texts_of_the_reference()
    {
        var file = VectorFile.Read("audit_hash_vectors.json");
        var cases = file.Cases().Concat(file.GetProperty("chain").Cases("entries")).ToList();
        foreach (var expected in cases) AssertSame(expected);
        // Two long payloads are recorded without their JSON text.
        var texts = cases.Where(c => c.TextOrNull("json") is not null).ToList();
        foreach (var expected in texts) AssertSameJson(expected);
        Assert.InRange(texts.Count, cases.Count - 2, cases.Count);
        output.WriteLine($"{cases.Count} entries, {texts.Count} with their JSON text");
    }

    static void AssertSame(JsonElement expected)
    {
        var entry = expected.GetProperty("input").Entry();
        Assert.Equal(expected.Text("entry_hash"), entry.EntryHash.ToString());
        Assert.True(entry.VerifyIntegrity());
        Assert.Equal(expected.GetProperty("preimage_len").GetInt32(), ReferenceLayout.Preimage(entry).Length);
        Assert.Equal(expected.Text("display"), entry.ToString());
        Assert.Equal(expected.Text("agent_id_text"), entry.AgentId.ToString());
    }

    static void AssertSameJson(JsonElement expected)
    {
        var entry = expected.GetProperty("input").Entry();
        Assert.Equal(expected.Text("json"), entry.ToJson());
        var decoded = AuditEntry.FromJson(expected.Text("json"));
        Assert.Equal(entry, decoded);
        Assert.Equal(entry.Digest, decoded.Digest);
        Assert.True(decoded.VerifyIntegrity());
        Assert.Equal(expected.Text("json"), decoded.ToJson());
    }

    [SharedDataFact(Path)]
    public void Entries_that_share_the_reference_hash_have_distinct_digests()
    {
        var file = VectorFile.Read("audit_hash_vectors.json");
        var byName = file.Cases().ToDictionary(c => c.Text("name"), c => c.GetProperty("input").Entry());
        var members = 0;
        foreach (var group in file.Cases("same_hash_groups"))
        {
            // The folder holds some groups in part; a group of one says nothing.
            var entries = group.Cases("cases")
                .Select(c => byName.GetValueOrDefault(c.GetString()!)).OfType<AuditEntry>().ToList();
            Assert.All(entries, entry => Assert.Equal(group.Text("entry_hash"), entry.EntryHash.ToString()));
            Assert.Equal(entries.Count, entries.Select(entry => entry.Digest).Distinct().Count());
            if (entries.Count > 1) members += entries.Count;
        }
        Assert.True(members > 1, "no group has two members");
        output.WriteLine($"{file.Cases("same_hash_groups").Count} groups, {members} entries in groups of two or more");
    }

    [SharedDataFact(Path)]
    public void Event_types_have_the_numbers_and_names_of_the_reference()
    {
        var types = VectorFile.Read("audit_hash_vectors.json").Cases("event_types");
        Assert.Equal(
            types.Select(type => (type.GetProperty("value").GetInt32(), type.Text("label"))),
            Enum.GetValues<AuditEventType>().Select(type => ((int)type, type.ToString())));
    }

    [SharedDataFact(Path)]
    public void The_chain_of_the_reference_is_intact()
    {
        var chain = VectorFile.Read("audit_hash_vectors.json").GetProperty("chain");
        var entries = chain.Cases("entries").Select(e => AuditEntry.FromJson(e.Text("json"))).ToList();
        Assert.Equal(Hash256.Genesis.ToString(), chain.Text("genesis_previous_hash"));
        var report = AuditChain.Verify(entries);
        Assert.True(report.IsIntact, report.ToString());
        Assert.Equal(entries.Count, report.EntriesChecked);
        output.WriteLine(report.ToString());
    }
}
