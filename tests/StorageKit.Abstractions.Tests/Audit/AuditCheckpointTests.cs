namespace StorageKit.Tests;

public sealed class AuditCheckpointTests
{
    [Fact]
    public void A_chain_that_only_grew_fits_its_checkpoint()
    {
        var chain = Sample.Chain(10);
        for (var length = 0; length <= chain.Count; length++)
            Assert.True(AuditChain.Verify(chain, checkpoint: CheckpointOf(chain.Take(length))).IsIntact);
    }

    [Fact]
    public void A_cut_tail_is_seen_with_a_checkpoint_and_cannot_be_seen_without()
    {
        var chain = Sample.Chain(10);
        var cut = chain.Take(7).ToList();
        Assert.True(AuditChain.Verify(cut).IsIntact);
        var report = AuditChain.Verify(cut, checkpoint: CheckpointOf(chain));
        Assert.Equal(
            (AuditChainFaultKind.TailCut, 7L, 7L), (report.Fault!.Kind, report.Fault.Index, report.EntriesChecked));
        Assert.Equal("the chain ends after 7 entries; the checkpoint saw 10", report.Fault.Message);
    }

    [Fact]
    public void A_chain_that_is_gone_is_a_cut_tail_at_0() =>
        Assert.Equal(
            (AuditChainFaultKind.TailCut, 0L), KindAndIndex(
                AuditChain.Verify([], checkpoint: CheckpointOf(Sample.Chain(3)))));

    [Fact]
    public void A_suffix_that_was_written_anew_is_seen()
    {
        var chain = Sample.Chain(10);
        var rewritten = chain.Take(6).ToList();
        var trail = AuditTrail.Resume(rewritten[^1]);
        for (var i = 6; i < 12; i++) rewritten.Add(trail.Next(AuditEventType.ApprovalGranted, 0, "forged"));
        Assert.True(AuditChain.Verify(rewritten).IsIntact);
        var report = AuditChain.Verify(rewritten, checkpoint: CheckpointOf(chain));
        Assert.Equal((AuditChainFaultKind.Rewritten, 9L), KindAndIndex(report));
        Assert.Equal(9, report.EntriesChecked);
    }

    [Fact]
    public void An_edit_that_keeps_every_hash_is_seen()
    {
        var chain = Sample.Chain(10);
        var edited = chain.ToList();
        edited[4] = edited[4].With(lineage: new AuditLineage { SpawnedByTool = "blue" });
        Assert.Equal(chain.Select(entry => entry.EntryHash), edited.Select(entry => entry.EntryHash));
        Assert.True(AuditChain.Verify(edited).IsIntact);
        Assert.Equal(
            (AuditChainFaultKind.Rewritten, 9L), KindAndIndex(
                AuditChain.Verify(edited, checkpoint: CheckpointOf(chain))));
    }

    [Fact]
    public void A_fault_before_the_checkpoint_is_reported_first()
    {
        var chain = Sample.Chain(10);
        var checkpoint = CheckpointOf(chain);
        chain.RemoveAt(5);
        Assert.Equal(
            (AuditChainFaultKind.SequenceGap, 5L), KindAndIndex(AuditChain.Verify(chain, checkpoint: checkpoint)));
    }

    static AuditCheckpoint CheckpointOf(IEnumerable<AuditEntry> chain) => AuditChain.Verify(chain).Checkpoint!;

    static (AuditChainFaultKind, long) KindAndIndex(AuditChainReport report) =>
        (report.Fault!.Kind, report.Fault.Index);
}
