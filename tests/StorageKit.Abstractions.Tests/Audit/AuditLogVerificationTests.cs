namespace StorageKit.Tests;

public sealed class AuditLogVerificationTests
{
    readonly List<List<AuditEntry>> _chains =
        [.. Enumerable.Range(1, 5)
            .Select(i => Sample.Chain(500 * i, session: SessionId.Parse(new string((char)('0' + i), 32))))];

    [Fact]
    public async Task Interleaved_sessions_are_judged_each_by_itself()
    {
        var log = Interleaved();
        var reports = await AuditChain.VerifyAsync(log);
        Assert.Equal(5, reports.Count);
        foreach (var chain in _chains)
        {
            var report = reports[chain[0].SessionId];
            Assert.Equal((true, chain.Count), (report.IsIntact, report.EntriesChecked));
        }
        Assert.True(log.Reads > 5, "the log was not read in pages");
    }

    [Fact]
    public async Task A_fault_in_one_session_leaves_the_others_intact()
    {
        var log = Interleaved();
        var damaged = _chains[2][100];
        log.Records.RemoveAll(record => record.Entry == damaged);
        var reports = await AuditChain.VerifyAsync(log);
        var fault = Assert.Single(reports.Values, report => !report.IsIntact).Fault!;
        Assert.Equal((AuditChainFaultKind.SequenceGap, 100L), (fault.Kind, fault.Index));
        Assert.False(reports[damaged.SessionId].IsIntact);
    }

    [Fact]
    public async Task An_edit_that_keeps_the_hash_is_seen_by_the_stored_digest()
    {
        var log = Interleaved();
        var edited = _chains[1][7];
        var index = log.Records.FindIndex(record => record.Entry == edited);
        log.Records[index] =
            log.Records[index] with { Entry = edited.With(lineage: new AuditLineage { OrgId = "blue" }) };
        Assert.Equal(edited.EntryHash, log.Records[index].Entry.EntryHash);
        var report = (await AuditChain.VerifyAsync(log))[edited.SessionId];
        Assert.Equal((AuditChainFaultKind.DigestMismatch, 7L), (report.Fault!.Kind, report.Fault.Index));
        Assert.Equal(7, report.EntriesChecked);
    }

    [Fact]
    public async Task Checkpoints_show_cut_tails_and_sessions_that_are_gone()
    {
        var checkpoints = (await AuditChain.VerifyAsync(Interleaved()))
            .ToDictionary(p => p.Key, p => p.Value.Checkpoint!);
        var gone = _chains[4][0].SessionId;
        var cut = _chains[3][0].SessionId;
        _chains.RemoveAt(4);
        _chains[3].RemoveAt(_chains[3].Count - 1);
        var reports = await AuditChain.VerifyAsync(Interleaved(), checkpoints);
        Assert.Equal(5, reports.Count);
        Assert.Equal((AuditChainFaultKind.TailCut, 0L), (reports[gone].Fault!.Kind, reports[gone].Fault!.Index));
        Assert.Equal((AuditChainFaultKind.TailCut, 1999L), (reports[cut].Fault!.Kind, reports[cut].Fault!.Index));
        Assert.Equal(3, reports.Values.Count(report => report.IsIntact));
    }

    [Fact]
    public async Task A_cancelled_verification_ends() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            AuditChain.VerifyAsync(Interleaved(), cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Reading_all_gives_every_record_once_whatever_the_page(int pageSize)
    {
        var log = new ListLog(Sample.Chain(10));
        var positions = new List<ulong>();
        await foreach (var record in log.ReadAllAsync(after: 2, pageSize)) positions.Add(record.Position);
        Assert.Equal([3UL, 4, 5, 6, 7, 8, 9, 10], positions);
    }

    [Fact]
    public async Task A_log_whose_pages_begin_again_is_an_error_and_no_endless_read()
    {
        var log = new RepeatingLog(new(Sample.Chain(3)));
        var positions = new List<ulong>();
        var error = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            await foreach (var record in log.ReadAllAsync()) positions.Add(record.Position);
        });
        Assert.Equal([1UL, 2, 3], positions);
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.Contains("after position 3 and gave position 3", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Gives the record of the asked position once more.</summary>
    sealed class RepeatingLog(ListLog inner) : IAuditLog
    {
        public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
            ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(after == 0 ? 0 : after - 1, limit, cancellationToken);
    }

    ListLog Interleaved()
    {
        var random = new Random(5);
        return new(
            _chains.SelectMany(chain => chain.Select((entry, i) => (Entry: entry, At: i + random.NextDouble() * 0.9)))
            .OrderBy(x => x.At).Select(x => x.Entry));
    }
}
