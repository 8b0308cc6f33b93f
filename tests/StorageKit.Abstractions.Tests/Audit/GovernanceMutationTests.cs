namespace StorageKit.Tests;

public sealed class GovernanceMutationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u3000")]
    public void A_change_without_a_reason_is_refused(string? reason)
    {
        var error = Assert.Throws<ArgumentException>(() => new GovernanceMutation("root", "raise", reason!, "1", "2"));
        Assert.StartsWith("governance mutation requires a non-empty reason", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_payload_is_an_object_with_its_keys_in_order()
    {
        var change = new GovernanceMutation("root", "raise \"cap\"", "asked", "1", "2", orgId: "acme");
        Assert.Equal(
            """{"action":"raise \"cap\"","actor":"root","after":"2","before":"1","org":"acme","reason":"asked","team":null}""",
            change.Payload);
    }

    [Fact]
    public void It_becomes_the_next_entry_of_a_trail()
    {
        var trail = new AuditTrail(Sample.Agent, Sample.Session);
        var entry = new GovernanceMutation("root", "raise", "asked", "1", "2", "acme", "blue").ToEntry(trail, 5);
        Assert.Equal(22, (int)entry.EventType);
        Assert.Equal(new AuditLineage { OrgId = "acme", TeamId = "blue" }, entry.Lineage);
        Assert.Equal(entry.EntryHash, trail.LastHash);
    }

    [Fact]
    public void A_missing_text_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new GovernanceMutation(null!, "raise", "asked", "1", "2"));
        Assert.Throws<ArgumentNullException>(() => new GovernanceMutation("root", null!, "asked", "1", "2"));
        Assert.Throws<ArgumentNullException>(() => new GovernanceMutation("root", "raise", "asked", null!, "2"));
        Assert.Throws<ArgumentNullException>(() => new GovernanceMutation("root", "raise", "asked", "1", null!));
    }
}
