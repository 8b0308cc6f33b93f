namespace StorageKit.Sqlite.Tests;

/// <summary>What the reference's buffer does wrong: it sends new entries before those that wait, swallows what it could
/// not keep, sends entries twice, and drops the oldest.</summary>
public sealed class OutageTests : IDisposable
{
    readonly OutboxFolder _folder = new();

    [Fact]
    public async Task While_the_target_answers_an_entry_is_there_when_the_emit_returns()
    {
        await using var outbox = await _folder.OpenAsync();
        var chain = Entries.Chain(3);
        await outbox.EmitAsync(chain);
        Assert.Equal(chain, await outbox.ArrivedAsync());
        Assert.Equal(0, OpenedOutbox.Held(_folder.Path));
        await outbox.CheckHealthAsync();
    }

    [Fact]
    public async Task New_entries_stand_behind_those_that_wait_and_each_arrives_once_and_in_order()
    {
        await using var outbox = await _folder.OpenAsync();
        var chain = Entries.Chain(600);
        using (await _folder.TakeTargetAwayAsync())
        {
            await outbox.EmitAsync(chain.Take(300));
            Assert.Empty(await outbox.ArrivedAsync());
        }
        await outbox.EmitAsync(chain.Skip(300));
        await outbox.HoldsAsync(0);
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    [Fact]
    public async Task Calls_that_are_not_waited_for_keep_their_order_over_an_outage()
    {
        await using var outbox = await _folder.OpenAsync();
        var chain = Entries.Chain(400);
        List<Task> emits = [];
        var away = await _folder.TakeTargetAwayAsync();
        foreach (var entry in chain)
        {
            emits.Add(outbox.Sink.EmitAsync(entry).AsTask());
            if (entry.Seq == 200) await Task.Delay(100);
            if (entry.Seq == 300) away.Dispose();
        }
        await Task.WhenAll(emits);
        await outbox.HoldsAsync(0);
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    [Fact]
    public async Task An_entry_whose_fate_at_the_target_is_unknown_is_stored_there_once()
    {
        await using var outbox = await _folder.OpenAsync();
        var chain = Entries.Chain(4);
        await outbox.EmitAsync(chain.Take(2));
        using (await _folder.TakeTargetAwayAsync()) await outbox.EmitAsync(chain.Concat(chain));
        await outbox.HoldsAsync(0);
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_the_target_and_the_next_opening_sends_what_waits()
    {
        var chain = Entries.Chain(50);
        using (await _folder.TakeTargetAwayAsync())
        {
            await using (var outbox = await _folder.OpenAsync()) await outbox.EmitAsync(chain);
            Assert.Equal(50, OpenedOutbox.Held(_folder.Path));
        }
        await using var again = await _folder.OpenAsync();
        await again.HoldsAsync(0);
        Assert.Equal(chain, await again.ArrivedAsync());
    }

    [Fact]
    public async Task It_opens_and_keeps_entries_while_the_target_cannot_be_opened()
    {
        var chain = Entries.Chain(5);
        // No database: the target cannot be opened until it is gone.
        var inTheWay = Directory.CreateDirectory($"{_folder.Path}/target.db");
        await using var outbox = await _folder.OpenAsync();
        await outbox.EmitAsync(chain);
        inTheWay.Delete();
        await outbox.HoldsAsync(0);
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    [Fact]
    public async Task A_batch_waits_as_a_whole()
    {
        await using var outbox = await _folder.OpenAsync("capacity = 4");
        var chain = Entries.Chain(6);
        using (await _folder.TakeTargetAwayAsync())
        {
            var batches = (IAuditBatchSink)outbox.Sink;
            await batches.EmitBatchAsync(chain[..3]);
            await Assert.ThrowsAsync<StorageException>(() => batches.EmitBatchAsync(chain[3..5]).AsTask());
            Assert.Equal(3, OpenedOutbox.Held(_folder.Path));
        }
        await outbox.HoldsAsync(0);
        Assert.Equal(chain[..3], await outbox.ArrivedAsync());
    }

    public void Dispose() => _folder.Dispose();
}
