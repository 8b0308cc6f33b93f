namespace StorageKit.Memory.Tests.Audit;

/// <summary>What the log keeps, in which order, and how it is read back.</summary>
public sealed class AuditLogTests
{
    [Fact]
    public async Task Entries_are_read_back_in_emit_order_from_position_1()
    {
        await using var memory = await MemorySection.OpenAsync();
        var trail = Entries.NewTrail();
        var entries = Enumerable.Range(0, 1_000).Select(i => trail.Next($"{{\"n\":{i}}}")).ToList();
        foreach (var entry in entries) await memory.Get<IAuditSink>().EmitAsync(entry);

        var records = await memory.Get<IAuditLog>().ReadToEndAsync();
        Assert.Equal(entries, records.Select(record => record.Entry));
        Assert.Equal(Enumerable.Range(1, 1_000).Select(n => (ulong)n), records.Select(record => record.Position));
        Assert.All(records, record => Assert.Equal(record.Entry.Digest, record.Digest));
        Assert.True(AuditChain.Verify(records.Select(record => record.Entry)).IsIntact);
    }

    [Fact]
    public async Task An_entry_that_is_stored_already_succeeds_and_stores_nothing_more()
    {
        await using var memory = await MemorySection.OpenAsync();
        var sink = memory.Get<IAuditSink>();
        var trail = Entries.NewTrail();
        var (first, second) = (trail.Next(), trail.Next());
        await sink.EmitAsync(first);
        await sink.EmitAsync(AuditEntry.FromJson(first.ToJson()));
        await memory.Get<IAuditBatchSink>().EmitBatchAsync([first, second, first, second]);

        var records = await memory.Get<IAuditLog>().ReadToEndAsync();
        Assert.Equal([first, second], records.Select(record => record.Entry));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end_with_an_empty_one()
    {
        await using var memory = await MemorySection.OpenAsync();
        var log = memory.Get<IAuditLog>();
        var trail = Entries.NewTrail();
        for (var i = 0; i < 5; i++) await memory.Get<IAuditSink>().EmitAsync(trail.Next());

        Assert.Equal([1UL, 2], (await log.ReadAsync(0, 2)).Select(record => record.Position));
        Assert.Equal([5UL], (await log.ReadAsync(4, 2)).Select(record => record.Position));
        Assert.Empty(await log.ReadAsync(5));
        Assert.Empty(await log.ReadAsync(ulong.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public async Task A_page_outside_1_to_10000_is_refused(int limit)
    {
        await using var memory = await MemorySection.OpenAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await memory.Get<IAuditLog>().ReadAsync(0, limit));
    }

    [Fact]
    public async Task A_batch_does_not_follow_what_its_caller_does_to_the_list()
    {
        await using var memory = await MemorySection.OpenAsync();
        var trail = Entries.NewTrail();
        List<AuditEntry> batch = [trail.Next(), trail.Next()];
        var kept = batch.ToList();
        await memory.Get<IAuditBatchSink>().EmitBatchAsync(batch);
        batch.Clear();
        Assert.Equal(kept, (await memory.Get<IAuditLog>().ReadToEndAsync()).Select(record => record.Entry));
    }

    [Fact]
    public async Task Eight_emitters_and_a_tailing_reader_see_one_order_without_a_hole()
    {
        const int Each = 1_000;
        await using var memory = await MemorySection.OpenAsync();
        var log = memory.Get<IAuditLog>();
        var sink = memory.Get<IAuditSink>();
        var tail = Task.Run(async () =>
        {
            var seen = new List<AuditRecord>();
            while (seen.Count < 8 * Each) seen.AddRange(await log.ReadAsync((ulong)seen.Count, 50));
            return seen;
        });
        var emitted = await Racing.RunAsync(8, async caller =>
        {
            var trail = Entries.NewTrail();
            var own = Enumerable.Range(0, Each).Select(_ => trail.Next()).ToList();
            foreach (var entry in own) await sink.EmitAsync(entry);
            return own;
        });

        var seen = await tail;
        Assert.Equal(Enumerable.Range(1, 8 * Each).Select(n => (ulong)n), seen.Select(record => record.Position));
        Assert.Equal(seen, await log.ReadToEndAsync());
        foreach (var own in emitted)
            Assert.Equal(own, seen.Select(record => record.Entry).Where(entry => entry.SessionId == own[0].SessionId));
    }
}
