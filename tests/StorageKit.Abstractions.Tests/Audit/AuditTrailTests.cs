namespace StorageKit.Tests;

public sealed class AuditTrailTests
{
    [Fact]
    public void A_trail_numbers_and_links_its_entries()
    {
        var entries = Sample.Chain(3);
        Assert.Equal([0UL, 1, 2], entries.Select(entry => entry.Seq));
        Assert.Equal(Hash256.Genesis, entries[0].PreviousHash);
        Assert.Equal(entries[1].EntryHash, entries[2].PreviousHash);
        Assert.True(AuditChain.Verify(entries).IsIntact);
    }

    [Fact]
    public void A_resumed_trail_goes_on_after_the_last_entry()
    {
        var entries = Sample.Chain(3);
        entries.Add(AuditTrail.Resume(entries[^1]).Next(AuditEventType.ToolDispatched, 9, "{}"));
        Assert.True(AuditChain.Verify(entries).IsIntact);
    }

    [Fact]
    public void The_number_is_looked_at_before_the_link_and_a_refused_entry_changes_nothing()
    {
        var entries = Sample.Chain(3);
        var trail = AuditTrail.Resume(entries[0]);
        var elsewhere = Hash256.Parse(new string('b', 64));
        var gap = Assert.Throws<AuditChainException>(() => trail.Append(entries[2].With(previousHash: elsewhere)));
        Assert.Equal(AuditChainFaultKind.SequenceGap, gap.Kind);
        Assert.Equal("audit log sequence gap: expected seq=1, got seq=2", gap.Message);
        var broken = Assert.Throws<AuditChainException>(() => trail.Append(entries[1].With(previousHash: elsewhere)));
        Assert.Equal(AuditChainFaultKind.LinkBroken, broken.Kind);
        Assert.Equal("audit log hash chain broken at seq=1", broken.Message);
        Assert.Equal((1UL, entries[0].EntryHash), (trail.NextSeq, trail.LastHash));
        trail.Append(entries[1]);
        Assert.Equal((2UL, entries[1].EntryHash), (trail.NextSeq, trail.LastHash));
    }

    [Fact]
    public void As_in_the_reference_neither_the_hash_nor_the_ids_are_looked_at()
    {
        var trail = new AuditTrail(AgentId.New(), SessionId.New());
        trail.Append(AuditEntry.Restore(Sample.Chain(1)[0], Hash256.Parse(new string('c', 64))));
        Assert.Equal(new string('c', 64), trail.LastHash.ToString());
    }

    [Fact]
    public void A_refused_payload_leaves_no_gap()
    {
        var trail = new AuditTrail(Sample.Agent, Sample.Session);
        Assert.Throws<ArgumentException>(() => trail.Next(AuditEventType.ToolDispatched, 0, "\udc00"));
        Assert.Equal((0UL, Hash256.Genesis), (trail.NextSeq, trail.LastHash));
    }

    [Fact]
    public void Nothing_follows_the_last_number()
    {
        var last = Sample.Entry().With(seq: ulong.MaxValue);
        Assert.Throws<OverflowException>(() => AuditTrail.Resume(last));
        var trail = AuditTrail.Resume(last.With(seq: ulong.MaxValue - 1));
        var hash = trail.LastHash;
        Assert.Throws<OverflowException>(() => trail.Next(AuditEventType.ToolDispatched, 0, "{}"));
        Assert.Equal((ulong.MaxValue, hash), (trail.NextSeq, trail.LastHash));
    }
}
