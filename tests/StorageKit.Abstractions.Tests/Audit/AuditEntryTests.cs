namespace StorageKit.Tests;

public sealed class AuditEntryTests
{
    [Fact]
    public void Restore_keeps_the_stored_hash_true_or_not()
    {
        var fields = Sample.Full();
        var wrong = Hash256.Parse(new string('a', 64));
        var restored = AuditEntry.Restore(fields, wrong);
        Assert.Equal(wrong, restored.EntryHash);
        Assert.False(restored.VerifyIntegrity());
        Assert.Equal(fields.Digest, restored.Digest);
        Assert.NotEqual(fields, restored);
        Assert.Equal(wrong, AuditEntry.FromJson(restored.ToJson()).EntryHash);
        Assert.Same(fields, AuditEntry.Restore(fields, fields.EntryHash));
    }

    [Fact]
    public void Entries_are_compared_by_value()
    {
        Assert.Equal(Sample.Full(), Sample.Full());
        Assert.Equal(Sample.Full().GetHashCode(), Sample.Full().GetHashCode());
        Assert.NotEqual(Sample.Full(), Sample.Entry());
        Assert.False(Sample.Full().Equals(null));
        Assert.Equal(Sample.Full(), AuditEntry.FromJson(Sample.Full().ToJson()));
    }

    [Fact]
    public void The_text_shows_place_time_ids_and_event_and_nothing_else()
    {
        const string expected = "[seq=7 ts=1700000000000000000 agent=0102030405060708090a0b0c0d0e0f10 "
            + "session=1112131415161718191a1b1c1d1e1f20 event=PolicyViolation]";
        Assert.Equal(expected, Sample.Full().ToString());
        Assert.DoesNotContain("läs", new AuditRecord(1, Sample.Full(), default).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_caller_does_to_its_list_of_findings_does_not_reach_the_entry()
    {
        var findings = new List<CredentialFinding> { new(CredentialKind.Custom, 0, "x") };
        var entry = Sample.Entry(redaction: new AuditRedaction(findings));
        findings.Clear();
        Assert.Single(entry.Redaction.Findings);
        Assert.Throws<NotSupportedException>(() => ((IList<CredentialFinding>)entry.Redaction.Findings).Clear());
        Assert.False(entry.Redaction.Findings is CredentialFinding[], "an array could be changed by a cast");
        Assert.True(entry.VerifyIntegrity());
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("team")]
    [InlineData("org")]
    [InlineData("reason")]
    [InlineData("tool")]
    [InlineData("redacted")]
    [InlineData("matched")]
    [InlineData("policy")]
    public void A_lone_surrogate_is_refused_in_every_text(string field)
    {
        const string lone = "secret\ud800";
        var error = Assert.Throws<ArgumentException>(() => field switch
        {
            "payload" => Sample.Entry(lone),
            "team" => Sample.Entry(lineage: new AuditLineage { TeamId = lone }),
            "org" => Sample.Entry(lineage: new AuditLineage { OrgId = lone }),
            "reason" => Sample.Entry(lineage: new AuditLineage { DelegationReason = lone }),
            "tool" => Sample.Entry(lineage: new AuditLineage { SpawnedByTool = lone }),
            "redacted" => Sample.Entry(redaction: new AuditRedaction([], lone)),
            "matched" => Sample.Entry(redaction: new AuditRedaction([new(CredentialKind.Custom, 0, lone)])),
            _ => Sample.Entry(policyDocId: lone),
        });
        Assert.Contains(field, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("lone surrogate at character 6", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void What_has_no_place_in_the_reference_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Sample.Entry(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new AuditEntry(0, 0, (AuditEventType)23, Sample.Agent, Sample.Session, "", Hash256.Genesis));
        Assert.Throws<ArgumentException>(() => new AuditRedaction([null!]));
        Assert.Throws<ArgumentException>(() => new AuditRedaction([new(CredentialKind.Custom, 0, null!)]));
        Assert.Throws<ArgumentException>(() => new AuditRedaction([new((CredentialKind)28, 0, "x")]));
        Assert.Throws<ArgumentNullException>(() => AuditEntry.Restore(null!, default));
    }

    [Fact]
    public void A_tool_dispatch_is_event_13_with_its_arguments_as_payload()
    {
        var entry = AuditEntry.ToolDispatch(
            1, 2, Sample.Agent, Sample.Session, "{\"key\":\"${KEY}\"}", Hash256.Genesis);
        Assert.Equal(13, (int)entry.EventType);
        Assert.Equal("{\"key\":\"${KEY}\"}", entry.Payload);
        Assert.True(entry.VerifyIntegrity());
    }
}
