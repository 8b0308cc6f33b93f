namespace StorageKit.Memory.Tests.Audit;

/// <summary><c>enforce_chain = true</c>: what does not continue its session's chain is a conflict.</summary>
public sealed class EnforcedChainTests
{
    [Fact]
    public async Task A_sink_records_a_broken_chain_unless_it_is_told_to_enforce()
    {
        await using var memory = await MemorySection.OpenAsync();
        var trail = Entries.NewTrail();
        trail.Next();
        await memory.Get<IAuditSink>().EmitAsync(trail.Next());
        Assert.Single(await memory.Get<IAuditLog>().ReadToEndAsync());
    }

    [Fact]
    public async Task A_gap_a_fork_and_a_false_start_are_conflicts_and_store_nothing()
    {
        await using var memory = await MemorySection.OpenAsync("enforce_chain = true");
        var sink = memory.Get<IAuditSink>();
        var trail = Entries.NewTrail();
        var first = trail.Next();
        var fork = AuditTrail.Resume(first).Next("{\"fork\":true}");
        var (second, third) = (trail.Next(), trail.Next());

        await AssertConflict(() => sink.EmitAsync(second), second);
        await sink.EmitAsync(first);
        await AssertConflict(() => sink.EmitAsync(third), third);
        await sink.EmitAsync(second);
        await AssertConflict(() => sink.EmitAsync(fork), fork);
        await sink.EmitAsync(first); // stored already: no conflict
        await sink.EmitAsync(third);
        var records = await memory.Get<IAuditLog>().ReadToEndAsync();
        Assert.Equal([first, second, third], records.Select(record => record.Entry));
    }

    [Fact]
    public async Task A_batch_with_one_conflict_stores_none_of_its_entries()
    {
        await using var memory = await MemorySection.OpenAsync("enforce_chain = true");
        var batches = memory.Get<IAuditBatchSink>();
        var (one, other) = (Entries.NewTrail(), Entries.NewTrail());
        var good = new[] { one.Next(), other.Next(), one.Next() };
        other.Next();
        var gap = other.Next();
        await AssertConflict(() => batches.EmitBatchAsync([.. good, gap]), gap);
        Assert.Empty(await memory.Get<IAuditLog>().ReadToEndAsync());

        await batches.EmitBatchAsync(good);
        await memory.Get<IAuditSink>().EmitAsync(one.Next());
        Assert.Equal(4, (await memory.Get<IAuditLog>().ReadToEndAsync()).Count);
    }

    static async Task AssertConflict(Func<ValueTask> emit, AuditEntry entry)
    {
        var error = await Assert.ThrowsAsync<StorageException>(async () => await emit());
        Assert.Equal(StorageErrorKind.Conflict, error.Kind);
        Assert.Contains($"entry {entry.Seq} ", error.Message);
        Assert.Contains(entry.SessionId.ToString(), error.Message);
        Assert.DoesNotContain(entry.Payload, error.Message);
    }
}
