namespace StorageKit.Tests;

public sealed class AuditChainTests
{
    static readonly Hash256 Elsewhere = Hash256.Parse(new string('d', 64));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void An_intact_chain_has_no_fault(int length)
    {
        var entries = Sample.Chain(length);
        var report = AuditChain.Verify(entries);
        Assert.True(report.IsIntact);
        Assert.Equal(length, report.EntriesChecked);
        Assert.Equal(length, report.Checkpoint!.Count);
        Assert.Equal(length == 0 ? Hash256.Genesis : entries[^1].EntryHash, report.Checkpoint.LastHash);
        Assert.Equal($"OK: {length} entries verified", report.ToString());
    }

    [Fact]
    public void A_changed_field_is_a_hash_mismatch_at_its_index() =>
        AssertFault(
            AuditChainFaultKind.HashMismatch, 3, c => c[3] = AuditEntry.Restore(
                c[3].With(payload: "x"), c[3].EntryHash));

    [Fact]
    public void A_changed_and_rehashed_field_is_a_broken_link_behind_it() =>
        AssertFault(AuditChainFaultKind.LinkBroken, 4, c => c[3] = c[3].With(payload: "x"));

    [Fact]
    public void A_removed_entry_is_a_sequence_gap() =>
        AssertFault(AuditChainFaultKind.SequenceGap, 3, c => c.RemoveAt(3));

    [Fact]
    public void A_doubled_entry_is_a_sequence_gap() =>
        AssertFault(AuditChainFaultKind.SequenceGap, 4, c => c.Insert(4, c[3]));

    [Fact]
    public void Two_entries_that_changed_places_are_a_sequence_gap() =>
        AssertFault(AuditChainFaultKind.SequenceGap, 2, c => (c[2], c[3]) = (c[3], c[2]));

    [Fact]
    public void A_removed_entry_whose_followers_are_renumbered_is_a_broken_link() =>
        AssertFault(AuditChainFaultKind.LinkBroken, 3, c =>
        {
            c.RemoveAt(3);
            for (var i = 3; i < c.Count; i++) c[i] = c[i].With(seq: (ulong)i);
        });

    [Fact]
    public void A_first_entry_that_names_another_is_a_missing_head() =>
        AssertFault(AuditChainFaultKind.HeadMissing, 0, c => c[0] = c[0].With(previousHash: Elsewhere));

    [Fact]
    public void A_head_that_was_cut_off_is_seen_by_its_number() =>
        AssertFault(AuditChainFaultKind.SequenceGap, 0, c => c.RemoveRange(0, 2));

    [Fact]
    public void A_linked_entry_of_another_session_or_agent_is_foreign()
    {
        AssertFault(AuditChainFaultKind.ForeignEntry, 2, c => c[2] = c[2].With(session: SessionId.New()));
        AssertFault(AuditChainFaultKind.ForeignEntry, 2, c => c[2] = c[2].With(agent: AgentId.New()));
    }

    [Fact]
    public void Each_rule_can_be_left_out()
    {
        AssertPasses(
            AuditChainRules.Integrity, c => c[5] = AuditEntry.Restore(c[5].With(payload: "x"), c[5].EntryHash));
        AssertPasses(AuditChainRules.Links, c => c[5] = c[5].With(previousHash: Elsewhere));
        AssertPasses(
            AuditChainRules.Genesis, c => c[0] = AuditEntry.Restore(c[0].With(previousHash: Elsewhere), c[0].EntryHash),
            AuditChainRules.Integrity);
        AssertPasses(AuditChainRules.Sequence, c => c[5] = c[5].With(seq: 77));
        AssertPasses(AuditChainRules.Identity, c => c[5] = c[5].With(agent: AgentId.New()));
    }

    [Fact]
    public void Times_may_go_back()
    {
        var trail = new AuditTrail(Sample.Agent, Sample.Session);
        var (late, early) =
            (trail.Next(AuditEventType.ToolDispatched, 9, ""), trail.Next(AuditEventType.ToolDispatched, 1, ""));
        Assert.True(AuditChain.Verify([late, early]).IsIntact);
    }

    [Fact]
    public void After_a_fault_nothing_more_is_read()
    {
        Assert.Equal(AuditChainFaultKind.SequenceGap, AuditChain.Verify(Faulty()).Fault!.Kind);

        static IEnumerable<AuditEntry> Faulty()
        {
            yield return Sample.Entry();
            throw new InvalidOperationException("read on after the fault");
        }
    }

    static void AssertFault(AuditChainFaultKind kind, long index, Action<List<AuditEntry>> damage)
    {
        var chain = Sample.Chain(6);
        damage(chain);
        var report = AuditChain.Verify(chain);
        Assert.False(report.IsIntact);
        Assert.Equal((kind, index), (report.Fault!.Kind, report.Fault.Index));
        Assert.Equal(index, report.EntriesChecked);
        Assert.Null(report.Checkpoint);
        Assert.StartsWith($"BROKEN at entry {index}: ", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("step", report.ToString(), StringComparison.Ordinal);
    }

    // The damage is at the end of the chain (or the head), so that no other rule sees it in a follower.
    static void AssertPasses(
        AuditChainRules without, Action<List<AuditEntry>> damage, AuditChainRules andWithout = AuditChainRules.None)
    {
        var chain = Sample.Chain(6);
        damage(chain);
        Assert.False(AuditChain.Verify(chain, AuditChainRules.All & ~andWithout).IsIntact);
        Assert.True(AuditChain.Verify(chain, AuditChainRules.All & ~without & ~andWithout).IsIntact);
    }
}
