namespace StorageKit.Tests;

public sealed class AuditEntryJsonWriteTests
{
    [Fact]
    public void Only_quotes_backslashes_and_control_characters_are_escaped()
    {
        var controls = string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c));
        const string escaped = @"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
            + @"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";
        const string plain = "/<>&'+\u007f\u0080\u2028\u2029\ufeff\uffffåé🙂";
        var json = Sample.Entry(controls + "\"\\" + plain).ToJson();
        Assert.Contains($"\"payload\":\"{escaped}\\\"\\\\{plain}\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Optional_fields_that_are_none_are_left_out() =>
        Assert.EndsWith("]}", Sample.Entry().ToJson(), StringComparison.Ordinal);

    [Fact]
    public void Fields_are_written_in_declared_order()
    {
        var json = Sample.Full().ToJson();
        var places = EntryJson.Names.Select(name => json.IndexOf($"\"{name}\":", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Extremes_come_back_whole()
    {
        var entry = new AuditEntry(
            ulong.MaxValue, ulong.MaxValue, AuditEventType.GovernanceMutation, default, default, "", default,
            new AuditLineage { Depth = uint.MaxValue },
            new AuditRedaction([new(CredentialKind.Custom, ulong.MaxValue, "")], ""), "");
        Assert.StartsWith(
            """{"seq":18446744073709551615,"timestamp_ns":18446744073709551615,""", entry.ToJson(),
            StringComparison.Ordinal);
        Assert.Equal(entry, AuditEntry.FromJson(entry.ToJson()));
    }

    [Fact]
    public void Every_entry_comes_back_from_its_text()
    {
        var random = new RandomEntries(9);
        for (var i = 0; i < 2_000; i++)
        {
            var entry = random.Next();
            Assert.Equal(entry, AuditEntry.FromJson(entry.ToJson()));
        }
    }

    [Fact]
    public void Every_event_type_and_kind_of_finding_comes_back()
    {
        foreach (var type in Enum.GetValues<AuditEventType>())
        {
            var entry = new AuditEntry(0, 0, type, default, default, "", default);
            Assert.Equal(type, AuditEntry.FromJson(entry.ToJson()).EventType);
        }
        var findings = Enum.GetValues<CredentialKind>().Select(kind => new CredentialFinding(kind, 0, "m")).ToList();
        Assert.Equal(28, findings.Count);
        var all = Sample.Entry(redaction: new AuditRedaction(findings));
        Assert.Equal(findings, AuditEntry.FromJson(all.ToJson()).Redaction.Findings);
    }
}
